package org.fleetdesk.tests.ui.driver;

import java.util.Locale;

import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * How the workbench of this process looks: its theme, by the property {@code fleetdesk.theme}, and its language, which is
 * Java's. Each process has one look from its start to its end, because GTK keeps colours of a theme that was there before.
 * The profile {@code looks} of the pom runs the journeys of looks in each.
 */
public final class Look {
	private static final boolean DARK = System.getProperty("fleetdesk.theme", "light").equals("dark");
	private static final boolean CHINESE = Locale.getDefault().getLanguage().equals("zh");

	private Look() {
	}

	/** "light", "dark", "light-zh", "dark-zh". */
	public static String name() {
		return (DARK ? "dark" : "light") + (CHINESE ? "-zh" : "");
	}

	/** Whether the workbench speaks Chinese. */
	public static boolean chinese() {
		return CHINESE;
	}

	/** Has the workbench that is about to open begin with the theme. */
	static void wear() {
		InstanceScope.INSTANCE.getNode("org.eclipse.e4.ui.css.swt.theme").put("themeid",
				"org.eclipse.e4.ui.css.theme." + (DARK ? "e4_dark" : "e4_default"));
	}
}
