package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;

class ArrowsTest {

	/** What each plain bundle may see of the others; a bundle not named here fails the test. */
	private static final Map<String, Set<String>> MAY_SEE = Map.of("kube", Set.of(), "core", Set.of("kube"), "cli",
			Set.of("core", "kube", "demo"), "demo", Set.of());
	private static final String SCREEN = "(org\\.eclipse\\.(swt|jface|ui|core|e4|equinox)|java\\.awt|javax\\.swing)(\\..*)?";
	private static final String NESTED = "(okhttp3|okio|io\\.kubernetes|kotlin|com\\.google|io\\.gsonfire|org\\.bouncycastle|"
			+ "org\\.jose4j|org\\.apache\\.commons)(\\..*)?";

	private static final Map<String, JavaClasses> CLASSES = SourceTree.plainBundles().stream()
			.collect(Collectors.toMap(ArrowsTest::shortName, bundle -> new ClassFileImporter()
					.importPath(bundle.resolve("target/classes/org"))));

	@Test
	void plainBundlesKnowNoScreen() {
		CLASSES.forEach((bundle, classes) -> {
			System.out.printf("arrows: %d classes seen in %s%n", classes.size(), bundle);
			assertThat(classes).as("classes of %s", bundle).isNotEmpty();
			assertThat(breaches(classes, SCREEN)).isEmpty();
		});
	}

	@Test
	void bundlesSeeOnlyThoseBelowThem() {
		assertThat(MAY_SEE.keySet()).as("the arrows of design.md name every plain bundle")
				.containsAll(CLASSES.keySet());
		CLASSES.forEach((bundle, classes) -> {
			Set<String> others = MAY_SEE.keySet().stream()
					.filter(other -> !other.equals(bundle) && !MAY_SEE.get(bundle).contains(other))
					.collect(Collectors.toSet());
			assertThat(breaches(classes, "org\\.fleetdesk\\.(ui|" + String.join("|", others) + ")(\\..*)?")).isEmpty();
			assertThat(bundle.equals("kube") ? Set.of() : breaches(classes, NESTED)).isEmpty();
		});
	}

	@Test
	void noNestedTypeStandsInAnExportedSignatureOfKube() {
		List<JavaMember> members = CLASSES.get("kube").stream()
				.filter(type -> !type.getPackageName().contains(".internal") && isVisible(type))
				.flatMap(type -> type.getMembers().stream()).filter(member -> isVisible(member)).toList();
		System.out.printf("arrows: %d exported members of kube seen%n", members.size());
		assertThat(members).isNotEmpty();
		assertThat(members.stream().filter(member -> typesOf(member).anyMatch(type -> matches(type, NESTED)))
				.map(JavaMember::getFullName)).isEmpty();
		assertThat(CLASSES.get("kube").stream()
				.filter(type -> !type.getPackageName().contains(".internal") && isVisible(type))
				.filter(type -> Stream
						.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
						.anyMatch(above -> matches(above, NESTED)))
				.map(JavaClass::getName)).isEmpty();
	}

	@Test
	void manifestsImportWhatTheClassesNeed() {
		for (Path bundle : SourceTree.plainBundles()) {
			JavaClasses classes = CLASSES.get(shortName(bundle));
			Set<String> own = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
			Set<String> needed = classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
					.map(dependency -> dependency.getTargetClass().getBaseComponentType())
					.filter(type -> !type.isPrimitive()).map(JavaClass::getPackageName)
					.filter(name -> !own.contains(name) && !name.startsWith("java.") && !name.matches(NESTED))
					.collect(Collectors.toSet());
			Set<String> imported = packages(SourceTree.manifest(bundle).getMainAttributes().getValue("Import-Package"));
			System.out.printf("manifests: %s imports %d packages%n", shortName(bundle), imported.size());
			assertThat(imported).as("imports of %s", bundle.getFileName()).containsAll(needed);
			assertThat(imported).as("imports of %s", bundle.getFileName()).noneMatch(name -> name.matches(SCREEN));
			Set<String> exported = packages(SourceTree.manifest(bundle).getMainAttributes().getValue("Export-Package"));
			assertThat(exported).as("exports of %s", bundle.getFileName()).isEqualTo(
					own.stream().filter(name -> !name.contains(".internal")).collect(Collectors.toSet()));
		}
	}

	private static Set<String> breaches(JavaClasses classes, String forbidden) {
		return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
				.filter(dependency -> matches(dependency.getTargetClass(), forbidden))
				.map(dependency -> dependency.getOriginClass().getName() + " -> "
						+ dependency.getTargetClass().getName())
				.collect(Collectors.toSet());
	}

	private static boolean matches(JavaClass type, String packages) {
		return type.getBaseComponentType().getPackageName().matches(packages);
	}

	private static Stream<JavaClass> typesOf(JavaMember member) {
		Stream<JavaType> types = member instanceof JavaCodeUnit code
				? Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream())
				: Stream.of(((com.tngtech.archunit.core.domain.JavaField) member).getType());
		return types.map(JavaType::getAllInvolvedRawTypes).flatMap(Set::stream);
	}

	private static boolean isVisible(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC);
	}

	private static boolean isVisible(JavaMember member) {
		return member.getModifiers().contains(JavaModifier.PUBLIC)
				|| member.getModifiers().contains(JavaModifier.PROTECTED);
	}

	private static Set<String> packages(String header) {
		return header == null
				? Set.of()
				: Stream.of(header.replaceAll("\"[^\"]*\"", "").split(",")).map(part -> part.split(";")[0].trim())
						.map(Function.identity()).collect(Collectors.toSet());
	}

	private static String shortName(Path bundle) {
		return bundle.getFileName().toString().replace("org.fleetdesk.", "");
	}
}
