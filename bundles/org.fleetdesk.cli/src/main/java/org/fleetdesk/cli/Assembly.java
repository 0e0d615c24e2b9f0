package org.fleetdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

import org.fleetdesk.cli.fleet.ConsentQuestion;
import org.fleetdesk.cli.fleet.TerminalLogin;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.core.Background;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.fleet.ExecConsents;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Marks;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Journal;
import org.fleetdesk.core.journal.JournalFile;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.PackProvider;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.secrets.Secrets;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.core.views.SavedViews;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.ExecConsole;
import org.fleetdesk.kube.config.InCluster;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.login.LoginPrompt;
import org.fleetdesk.kube.login.Logins;

/** The command line's wiring: makes what commands need, from what the process was started with. Reads no file by itself. */
public final class Assembly {
	private final Terminal terminal;
	private final Map<String, String> environment;
	private final Path home;
	private final Function<ExecConsent, Connector> connectors;
	private final InstantSource clock = InstantSource.system();
	private final ThreadFactory threads = Thread.ofVirtual().factory();
	private final ScheduledExecutorService scheduler = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

	/**
	 * Wires a program.
	 *
	 * @param connectors makes the connector that asks this consent before it runs a login plugin
	 */
	public Assembly(Terminal terminal, Map<String, String> environment, Path home,
			Function<ExecConsent, Connector> connectors) {
		this.terminal = Objects.requireNonNull(terminal);
		this.environment = Map.copyOf(environment);
		this.home = Objects.requireNonNull(home);
		this.connectors = Objects.requireNonNull(connectors);
	}

	/** The wiring of this process. */
	static Assembly ofProcess(Terminal terminal) {
		ExecConsole console = terminal.interactive() ? new ExecConsole.Terminal() : ExecConsole.NOBODY;
		return new Assembly(terminal, System.getenv(), userHome(),
				consent -> new HttpConnector(consent, System.getenv(), InstantSource.system(),
						logins(terminal).talking(console)));
	}

	private static Path userHome() {
		return Path.of(System.getProperty("user.home", ""));
	}

	private static Logins logins(Terminal terminal) {
		SettingsFolder settings = SettingsFolder.standard(System.getenv(), userHome());
		return new Logins(terminal.interactive() ? new TerminalLogin(terminal) : LoginPrompt.NOBODY,
				new Secrets(settings, () -> Secrets.keyring(System.getenv(), settings, terminal.interactive()),
						terminal::say),
				terminal::say);
	}

	/** Where to write and whom to ask. */
	public Terminal terminal() {
		return terminal;
	}

	/** The variables of the process. */
	public Map<String, String> environment() {
		return environment;
	}

	/** What time it is. */
	public InstantSource clock() {
		return clock;
	}

	/** Makes threads that may block. */
	public ThreadFactory threads() {
		return threads;
	}

	/** Runs short work later. */
	public ScheduledExecutorService scheduler() {
		return scheduler;
	}

	/** The clusters of the standard kubeconfig and of those added, or of one file alone; read, none contacted. */
	public Fleet fleet(Optional<Path> kubeconfig) {
		KubeconfigReader reader = new KubeconfigReader();
		SettingsFolder settings = kubeconfig.map(Assembly::noSettings).orElseGet(this::settings);
		Sources sources = new Sources(reader, kubeconfig.map(Path::toAbsolutePath).map(List::of)
				.orElseGet(() -> KubeconfigReader.standardFiles(environment, home)), settings,
				() -> kubeconfig.isPresent() ? Optional.empty() : InCluster.find(environment, InCluster.FOLDER));
		Fleet fleet = new Fleet(sources, connectors.apply((context, exec) -> false), settings,
				new Background(threads, scheduler, clock));
		fleet.reload();
		return fleet;
	}

	/** What is known of kinds, packs of the user's and on the class path included; reads the files of the former. */
	public Kinds kinds() {
		Kinds kinds = new Kinds(settings().file(Kinds.FOLDER));
		ServiceLoader.load(PackProvider.class).forEach(kinds::add);
		kinds.reload();
		return kinds;
	}

	/** A folder that cannot exist, because a file is in its place: nothing that was added counts. */
	private static SettingsFolder noSettings(Path file) {
		return new SettingsFolder(file.resolve("none"));
	}

	private SettingsFolder settings() {
		return SettingsFolder.standard(environment, home);
	}

	/** What can be done with objects, by name; knows of the kinds what {@link #kinds} does. */
	public Actions actions() {
		return new Actions(kinds(), clock);
	}

	/** The views that were saved in the window. */
	public SavedViews views() {
		return new SavedViews(settings());
	}

	/** How clusters are marked, read from the settings, whichever kubeconfig is used. */
	public Marks marks() {
		Marks marks = new Marks(settings());
		marks.reload();
		return marks;
	}

	/** Where this workstation's programs keep what was changed. */
	public DataFolder data() {
		return DataFolder.standard(environment, home);
	}

	/** Keeps what was changed in the file that the workbench takes in later. */
	public JournalFile journal() {
		return new JournalFile(data(), JournalFile.LIMIT, threads, finding -> terminal.say(finding.text()));
	}

	/** Previews and runs operations, and keeps a journal of them. */
	public OperationRunner operations() {
		return operations(entry -> {
			// kept is enough
		});
	}

	/** The same, which tells somebody else, too, what it keeps. */
	public OperationRunner operations(Journal also) {
		JournalFile file = journal();
		return new OperationRunner(entry -> {
			file.record(entry);
			also.record(entry);
		}, Entry.By.thisProcess("command line"), new Background(threads, scheduler, clock));
	}

	/** The value of a variable of the environment, or empty. */
	public String variable(String name) {
		return environment.getOrDefault(name, "");
	}

	/** Whether a file named on the command line is there. */
	public boolean readable(Path file) {
		return Files.isReadable(file);
	}

	/** Remembered consents; asks on the terminal where there is a person. */
	public ExecConsents consents() {
		return new ExecConsents(settings(), new ConsentQuestion(terminal));
	}

	/** Makes connections; {@code allowExec} lets login plugins run this time without a question. */
	public Connector connector(boolean allowExec) {
		return connectors.apply(allowExec ? (context, exec) -> true : consents());
	}
}
