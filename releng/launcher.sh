# The launcher's parts: what it says, sets up, builds and tests. Sourced by ./fleetdesk, which names the places.

say() { echo "fleetdesk: $*" >&2; }
stop() { say "$@"; exit 1; }

# Installs the Debian packages that are missing, as root; without being root it says which.
packages() {
	local missing=() package
	for package in "$@"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed' || missing+=("$package")
	done
	[ ${#missing[@]} -gt 0 ] || return 0
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || stop "please install: ${missing[*]}"
	say "installing ${missing[*]}; about 2 minutes"
	mkdir -p "$target"
	{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
		>"$target/packages.log" 2>&1 || { tail -5 "$target/packages.log" >&2; stop "the packages could not be installed"; }
}

# Finds a Java of version 21 or newer, installs one where the distribution has it, else says what to install.
java_home() {
	local finder=$here/features/org.fleetdesk.feature/rootfiles/java-home
	JAVA_HOME=$("$finder" 2>/dev/null) || {
		local jdk
		for jdk in openjdk-25-jdk-headless openjdk-21-jdk-headless; do
			[ "$(id -u)" != 0 ] || [ -z "$(apt-cache madison "$jdk" 2>/dev/null)" ] || { packages "$jdk"; break; }
		done
		JAVA_HOME=$("$finder") || exit 1
	}
	export JAVA_HOME
}

setup() {
	java_home
	[ -x "$maven" ] && return
	command -v mvn >/dev/null || packages maven
	say "fetching Maven 3.9.11; some seconds"
	mkdir -p "$cache/maven"
	# not in the tree: an old Maven stumbles over the build extension of its pom
	(cd "$cache" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack -DoutputDirectory="$cache/maven" \
		-Dartifact=org.apache.maven:apache-maven:3.9.11:zip:bin 2>&1) | { grep -E '^\[ERROR\]' >&2 || true; }
	chmod +x "$maven" 2>/dev/null || stop "Maven 3.9.11 could not be fetched"
}

fingerprint() { find "$@" -type f -not -path '*/target/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-32; }

# Maven on the whole tree, without network once it has succeeded with these poms; known noise is not shown.
maven() {
	local poms offline=() quiet=org.slf4j.simpleLogger.log.org.eclipse.tycho.core.bnd.PdeInstallableUnitProvider
	poms=$target/online/$(cd "$here" && find . \( -name pom.xml -o -name '*.target' \) -not -path '*/target/*' -print0 |
		sort -z | xargs -0 cat | cat - <(echo "$@") | sha256sum | cut -c1-32)
	[ ! -f "$poms" ] || offline=(-o)
	(cd "$here" && MAVEN_OPTS="-Xmx2g ${MAVEN_OPTS:-}" "$maven" -B -ntp -D$quiet=error "${offline[@]}" "$@" \
		2>&1 | { grep --line-buffered -vE 'osgi\.platform\}|Resolving MavenDependencyRoots|sun\.misc\.Unsafe' || true; }) || return 1
	mkdir -p "$target/online" && touch "$poms"
}

# Builds the product if a source has changed since it was last built.
build() {
	setup
	local wanted
	wanted=$(cd "$here" && fingerprint $(ls -d "${sources[@]}" 2>/dev/null))
	[ "$wanted" != "$(cat "$target/built" 2>/dev/null)" ] || return 0
	say "building; about a minute, four the first time; the log is $target/build.log"
	mkdir -p "$target" && rm -f "$target/built"
	maven package -DskipTests -pl :org.fleetdesk.product -am >"$target/build.log" 2>&1 || build_failed build
	echo "$wanted" >"$target/built"
}

# Builds the product and the programs that measure it, if a source of either has changed.
build_bench() {
	setup
	local wanted
	wanted=$(cd "$here" && fingerprint $(ls -d "${sources[@]}" tests/bench 2>/dev/null))
	[ "$wanted" != "$(cat "$target/built.bench" 2>/dev/null)" ] || return 0
	say "building; about a minute, four the first time; the log is $target/build.log"
	mkdir -p "$target" && rm -f "$target/built" "$target/built.bench"
	maven package -DskipTests -pl :org.fleetdesk.product,:org.fleetdesk.tests.bench,:org.fleetdesk.tests.bench.window -am \
		>"$target/build.log" 2>&1 || build_failed build
	echo "$wanted" >"$target/built.bench"
}

# Builds what is published: an archive for each platform.
package() {
	setup
	say "building for every platform; about 2 minutes, 6 the first time; the log is $target/package.log"
	mkdir -p "$target"
	maven verify -DskipTests -Pevery-platform -pl :org.fleetdesk.product -am >"$target/package.log" 2>&1 || build_failed package
	ls -1 "$here"/product/target/products/fleetdesk-*
}

build_failed() { # LOG
	grep '^\[ERROR\]' "$target/$1.log" | grep -v 'osgi.platform' | cut -c1-300 | head -8 >&2
	stop "the build failed; the log is $target/$1.log"
}

# Everything: the whole reactor with its UI journeys on a display of their own, against a real control plane.
# With the name of a test class (patterns of surefire), only that.
run_tests() {
	packages "${test_packages[@]}"
	setup
	local only=(-Pevery-platform)
	[ $# = 0 ] || only=("-Dtest=$1" -Dsurefire.failIfNoSpecifiedTests=false -DfailIfNoTests=false)
	[ $# = 0 ] || [ ! -f "$here/tests/product/src/test/java/org/fleetdesk/tests/product/$1.java" ] || only+=(-Pevery-platform)
	say "running ${1:-every test}; about 10 minutes, 35 the first time"
	local controlplane="skipped: there is no Go to build it with" status=0 started=$SECONDS
	if command -v go >/dev/null; then
		export FLEETDESK_CONTROLPLANE=$target/controlplane
		trap '"$here/tests/controlplane/down" "$FLEETDESK_CONTROLPLANE"' EXIT
		"$here/tests/controlplane/up" "$FLEETDESK_CONTROLPLANE" || stop "the control plane did not come up"
		export FLEETDESK_TEST_KUBECONFIG=$FLEETDESK_CONTROLPLANE/kubeconfig
		controlplane="tested against"
	elif [ "${CI:-}" = true ]; then
		stop "the real control plane needs Go, and continuous integration never skips it"
	fi
	find "$here" -path '*/target/surefire-reports/*' -name '*.xml' -delete
	rm -rf "$target/report"
	export GDK_BACKEND=x11 NO_AT_BRIDGE=1
	xvfb-run -a -s "-screen 0 1600x1000x24" "$here/fleetdesk" verify-on-display "${only[@]}" || status=$?
	collect_reports
	say "$(count_tests); $((SECONDS - started)) s; reports and screenshots: $target/report"
	say "real control plane: $controlplane"
	[ $status = 0 ] || stop "the tests failed"
}

collect_reports() {
	mkdir -p "$target/report/screenshots"
	local report name
	while read -r report; do # one class may have run several times, each with a folder of its own
		name=${report##*/surefire-reports/}
		cp "$report" "$target/report/${name//\//-}"
	done < <(find "$here" -path "$target" -prune -o -path '*/target/surefire-reports/*.xml' -print)
	find "$here" -path "$target" -prune -o -path '*/target/screenshots/*.png' -exec cp -t "$target/report/screenshots" {} +
}

# By test cases: the totals of surefire leave out those of parameterized classes.
count_tests() {
	echo "$(cat "$target"/report/*.xml 2>/dev/null | grep -c '<testcase ') tests ran"
}
