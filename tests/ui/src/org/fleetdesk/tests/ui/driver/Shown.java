package org.fleetdesk.tests.ui.driver;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.forms.widgets.Section;
import org.osgi.framework.FrameworkUtil;

import org.fleetdesk.ui.Application;

/** The words that the windows show, and which of them are English ones of ours. */
public final class Shown {
	private static final Pattern WORD = Pattern.compile("[A-Za-z]*[a-z]{2,}");

	private Shown() {
	}

	/** The texts of everything visible; on the UI thread. */
	public static Set<String> texts() {
		return Controls.visible(Control.class).flatMap(Shown::of).map(text -> text.replace("&", ""))
				.filter(text -> !text.isBlank()).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> of(Control control) {
		Stream<String> own = switch (control) {
			case Button b -> Stream.of(b.getText());
			case Label l -> Stream.of(l.getText());
			case Link l -> Stream.of(l.getText());
			case Group g -> Stream.of(g.getText());
			case Section s -> Stream.of(s.getText());
			case Text t -> Stream.of(t.getMessage(), t.getText());
			case StyledText t -> Stream.of(t.getText());
			case Tree t -> Stream.concat(items(t.getColumns()), items(t.getItems()));
			case CTabFolder f -> items(f.getItems());
			case ToolBar b -> Arrays.stream(b.getItems())
					.flatMap(i -> Stream.of(i.getText(), String.valueOf(i.getToolTipText())))
					.filter(t -> !t.equals("null"));
			case Shell s -> Stream.concat(Stream.of(s.getText()), menu(s.getMenuBar()));
			default -> Stream.empty();
		};
		return Stream.concat(own, Stream.ofNullable(control.getToolTipText()));
	}

	private static Stream<String> items(Item... items) {
		return Arrays.stream(items).map(Item::getText);
	}

	/** The titles of a menu bar. */
	public static Stream<String> menu(Menu bar) {
		return bar == null ? Stream.empty() : items(bar.getItems()).filter(title -> !title.isBlank());
	}

	/** The texts that the window has in English and says otherwise in Chinese. */
	public static Set<String> english() {
		Set<String> english = new TreeSet<>();
		for (String file : Set.of("messages.properties", "plugin.properties")) {
			for (URL url : Collections.list(FrameworkUtil.getBundle(Application.class).findEntries("/", file, true))) {
				Properties ours = load(url);
				Properties chinese = load(other(url));
				ours.forEach((key, text) -> {
					if (!text.equals(chinese.get(key)) && WORD.matcher(text.toString()).find()) {
						english.add(text.toString().replace("&", ""));
					}
				});
			}
		}
		return english;
	}

	private static URL other(URL file) {
		try {
			return file.toURI().resolve(file.getPath().replaceFirst(".*/", "").replace(".properties", "_zh.properties"))
					.toURL();
		} catch (IOException | java.net.URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Properties load(URL file) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return properties;
	}
}
