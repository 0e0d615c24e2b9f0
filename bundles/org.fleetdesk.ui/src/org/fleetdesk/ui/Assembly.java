package org.fleetdesk.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbench;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.cache.CachedLists;
import org.fleetdesk.core.drafts.Drafts;
import org.fleetdesk.core.fleet.ExecConsents;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalFile;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.Sections;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.search.Search;
import org.fleetdesk.core.secrets.Secrets;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.InCluster;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.login.Logins;
import org.fleetdesk.ui.consent.DialogQuestion;
import org.fleetdesk.ui.consent.PluginConsole;
import org.fleetdesk.ui.demo.DemoClusters;
import org.fleetdesk.ui.login.DialogPrompt;
import org.fleetdesk.ui.login.PageOpener;

import org.osgi.framework.FrameworkUtil;

/**
 * What the workbench is made of, wired by constructors. Published in the workbench's context under their classes, so that
 * views, editors and handlers take them by {@code getService}: {@link Background}, {@link Fleet}, {@link ExecConsents},
 * {@link KubeconfigReader}, {@link Sections}, {@link Kinds}, {@link SettingsFolder}, {@link Failures}, {@link Errands}, {@link Drafts},
 * {@link OperationRunner}, {@link Actions}, {@link JournalDatabase}, {@link PageOpener}, {@link Search}, {@link DemoClusters},
 * {@link UiExecutor}, {@link Cache}. Made on the UI thread before the first window and closed after the last; making it
 * reads nothing and contacts nobody.
 */
final class Assembly implements AutoCloseable {
	private final Background background;
	private final SettingsFolder settings;
	private final KubeconfigReader reader = new KubeconfigReader();
	private final ExecConsents consents;
	private final Secrets secrets;
	private final Fleet fleet;
	private final Failures failures;
	private final Errands errands;
	private final DemoClusters demo;
	private final JournalDatabase journal;
	private final Cache cache;
	private final UiExecutor ui;
	private final PackServices packs;

	Assembly(IWorkbench workbench, Map<String, String> environment, Path home) {
		ui = UiExecutor.of(workbench.getDisplay());
		failures = new Failures(workbench, ui, Platform.getLog(Assembly.class));
		InstantSource clock = InstantSource.system();
		background = new Background(
				Thread.ofVirtual().name("fleetdesk-", 0)
						.uncaughtExceptionHandler((thread, problem) -> failures.unexpected(problem)).factory(),
				scheduler(), clock);
		settings = SettingsFolder.standard(environment, home);
		consents = new ExecConsents(settings, new DialogQuestion(workbench, ui));
		secrets = new Secrets(settings, () -> Secrets.keyring(environment, settings, true),
				notice -> failures.report(notice, null));
		Connector connector = new HttpConnector(consents, environment, clock,
				new Logins(new DialogPrompt(workbench, ui), secrets, notice -> failures.report(notice, null))
						.talking(new PluginConsole(workbench, ui, clock)));
		DataFolder data = DataFolder.standard(environment, home);
		cache = new Cache(data, settings, background, failures::report);
		fleet = new Fleet(new Sources(reader, KubeconfigReader.standardFiles(environment, home), settings,
				() -> InCluster.find(environment, InCluster.FOLDER)), connector,
				settings, background, cache);
		packs = new PackServices(FrameworkUtil.getBundle(Assembly.class).getBundleContext(), fleet.kinds());
		errands = new Errands(background, failures);
		JournalFile file = new JournalFile(data, JournalFile.LIMIT, background.threads(), failures::report);
		journal = new JournalDatabase(data, file, () -> JournalDatabase.limit(settings), background, failures::report);
		demo = new DemoClusters(fleet, reader, errands, failures);
	}

	private static ScheduledThreadPoolExecutor scheduler() {
		ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1,
				Thread.ofPlatform().daemon().name("fleetdesk-scheduler").factory());
		scheduler.setRemoveOnCancelPolicy(true);
		return scheduler;
	}

	/** Publishes the parts, then reads the kubeconfigs on a thread of their own. */
	void start(IEclipseContext context) {
		context.set(Background.class, background);
		context.set(SettingsFolder.class, settings);
		context.set(JournalDatabase.class, journal);
		context.set(OperationRunner.class,
				new OperationRunner(journal, Entry.By.thisProcess("workbench"), background));
		context.set(Actions.class, new Actions(fleet.kinds(), background.clock()));
		context.set(Drafts.class, new Drafts(settings));
		context.set(KubeconfigReader.class, reader);
		context.set(Sections.class, new Sections());
		context.set(Kinds.class, fleet.kinds());
		context.set(ExecConsents.class, consents);
		context.set(Secrets.class, secrets);
		context.set(PageOpener.class, page -> Program.launch(page.toString()));
		context.set(Fleet.class, fleet);
		context.set(Search.class, new Search(fleet, new CachedLists(cache)));
		context.set(Failures.class, failures);
		context.set(Errands.class, errands);
		context.set(DemoClusters.class, demo);
		context.set(UiExecutor.class, ui);
		context.set(Cache.class, cache);
		cache.start();
		background.threads().newThread(() -> {
			packs.start();
			fleet.start();
			demo.restore();
			secrets.keyringThere();
			journal.start();
		}).start();
	}

	@Override
	public void close() {
		packs.close();
		fleet.close();
		cache.close();
		journal.close();
		background.scheduler().shutdownNow();
	}
}
