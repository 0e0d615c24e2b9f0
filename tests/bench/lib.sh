# Sourced by the benchmarks: where things are, how programs are measured, how results are kept. `top` is the tree.
here=$top/tests/bench
controlplane=$top/tests/controlplane
product=$top/product/target/products/org.fleetdesk.product/linux/gtk/x86_64/fleetdesk
results=$top/target/bench/results
dir=${BENCH_DIR:?}
java=$("$top/features/org.fleetdesk.feature/rootfiles/java-home")/bin/java
kubectl=$(source "$controlplane/lib.sh" && echo "$bin/kubectl")
export FLEETDESK_CONFIG=$dir/config XDG_DATA_HOME=$dir/data HOME_OF_KUBECTL=$dir/home NO_AT_BRIDGE=1 GDK_BACKEND=x11
mkdir -p "$dir" "$results" "$HOME_OF_KUBECTL"

shopt -s nullglob
plain=("$here"/target/org.fleetdesk.tests.bench-*.jar "$product"/plugins/org.fleetdesk.{core,demo}_*.jar
	"$product"/plugins/org.fleetdesk.kube_*/lib/*.jar
	"$product"/plugins/{com.fasterxml,org.yaml,com.h2,org.jspecify,slf4j.api,slf4j.jdk14}*.jar)
plain=$(IFS=:; echo "${plain[*]}")
shopt -u nullglob
quiet=(-Dcom.google.protobuf.use_unsafe_pre22_gencode=true --sun-misc-unsafe-memory-access=allow
	-Djava.util.logging.config.file="$product/logging.properties")
"$java" --sun-misc-unsafe-memory-access=allow -version >/dev/null 2>&1 || unset 'quiet[1]'

say() { echo "bench: $*" >&2; }
fail() { say "$*"; exit 1; }

# Java of the benchmarks: program NAME OPTIONS... -- ARGUMENTS...
program() {
	local name=$1 options=()
	shift
	while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
	shift
	"$java" "${quiet[@]}" "${options[@]}" -cp "$plain" "org.fleetdesk.bench.$name" "$@"
}

# kubectl with a home of its own, so that its cache of discovery is the same in every run.
kubectl() { HOME=$HOME_OF_KUBECTL "$kubectl" "$@"; }

# measure NAME COMMAND...: one run; wall seconds, CPU seconds and peak kilobytes go to a line of the file NAME, what it
# prints to NAME.out
measure() {
	local name=$1 status=0
	shift
	HOME=$HOME_OF_KUBECTL /usr/bin/time -f '%e %U %S %M' -o "$dir/once" "$@" >"$dir/$name.out" 2>"$dir/$name.err" || status=$?
	[ $status = 0 ] || { tail -3 "$dir/$name.err" >&2; fail "$name failed"; }
	awk '{ print $1, $2 + $3, $4 }' "$dir/once" >>"$dir/$name"
}

median() { # NAME FIELD
	awk -v f="$2" '{ print $f }' "$dir/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# What a program of ours printed: figure NAME FIGURE
figure() { awk -v n="$2" '$1 == n { print $2 }' "$dir/$1.out"; }

# Notes what the program printed as a line of the file NAME.FIGURE.
note() { figure "$1" "$2" >>"$dir/$1.$2"; }

# result WHAT PEER OURS THEIRS UNIT GOAL REMARK: GOAL is "ratio<=0.6", "ours<=250" or empty; THEIRS may be empty
result() {
	awk -v OFS='\t' -v bench="$bench" -v what="$1" -v peer="$2" -v ours="$3" -v theirs="$4" -v unit="$5" -v goal="$6" \
		-v remark="$7" -v load="$(cut -d' ' -f1 /proc/loadavg)" -v commit="$(git -C "$top" rev-parse --short HEAD)" \
		-v date="$(date +%F)" 'BEGIN {
			ratio = theirs == "" || theirs == 0 ? "" : ours / theirs
			met = ""
			if (match(goal, /<=|>=/)) {
				value = substr(goal, 1, RSTART - 1) == "ratio" ? ratio : ours
				limit = substr(goal, RSTART + 2) + 0
				if (value != "") met = (substr(goal, RSTART, 2) == "<=" ? value <= limit : value >= limit) ? "yes" : "no"
			}
			print bench, what, peer, ours, theirs, unit, ratio == "" ? "" : sprintf("%.3g", ratio), goal, met, remark, load,
				commit, date
		}' >>"$results/$bench.tsv.new"
}

# Processor seconds of a process so far, its children's left out.
cpu() { sed -E 's/.*\) //' "/proc/$1/stat" | awk -v hz="$(getconf CLK_TCK)" '{ print ($12 + $13) / hz }'; }

# Starts a replay server: sets replay (its process) and KUBECONFIG. Arguments: clusters pods nodes events [sample]
replay() {
	local file=$dir/replay-$bench
	rm -f "$file"
	"$java" -Xmx1g -XX:+UseSerialGC -cp "$plain" org.fleetdesk.bench.replay.ReplayServer "$file" "$@" >"$dir/replay.log" 2>&1 &
	replay=$!
	started+=("$replay")
	await 60 test -f "$file"
	export KUBECONFIG=$file
}

# steer CLUSTER ORDER: tells the replay server to change, cut or compact
steer() { curl -sSf "$(address)/bench/$1/$2"; }

await() { # SECONDS COMMAND...
	local end=$((SECONDS + $1))
	until "${@:2}" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$end" ] || fail "waited $1 s in vain for: ${*:2}"
		sleep 0.2
	done
}

# What was started is ended, by number, however the benchmark ends.
started=()
end_started() {
	local pid
	for pid in "${started[@]}"; do
		kill "$pid" 2>/dev/null || continue
		wait "$pid" 2>/dev/null || true # it ends as it was told to
	done
	started=()
}
trap end_started EXIT

# The address of the replay server.
address() { sed -n 's|.*server: "\(http://[^/]*\).*|\1|p' "$KUBECONFIG" | head -1; }

# A display of its own for this benchmark: sets DISPLAY.
display() {
	local number=90
	while [ -e "/tmp/.X$number-lock" ] || [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
	Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >"$dir/display.log" 2>&1 &
	started+=($!)
	export DISPLAY=:$number
	unset WAYLAND_DISPLAY
	await 20 test -e "/tmp/.X11-unix/X$number"
	openbox >/dev/null 2>&1 &
	started+=($!)
	sleep 1
}

# windowed NAME ARGUMENTS...: starts a program of the window bundle on a display; sets window (its process) and to_window (its
# input), and returns when it says "live", or at once if it never does.
windowed() {
	local jars
	shopt -s nullglob
	jars=("$here"/window/target/org.fleetdesk.tests.bench.window-*.jar "$product"/plugins/*.jar "$product"/plugins/org.fleetdesk.kube_*/lib/*.jar)
	shopt -u nullglob
	display
	mkfifo "$dir/orders"
	"$java" "${quiet[@]}" -Xmx1g -XX:G1ConcRefinementThreads=0 --enable-native-access=ALL-UNNAMED -cp "$(IFS=:; echo "${jars[*]}")" \
		"org.fleetdesk.tests.bench.window.$1" "${@:2}" <"$dir/orders" >"$dir/window.out" 2>"$dir/window.err" &
	window=$!
	started+=("$window")
	exec {to_window}>"$dir/orders"
	[ "$1" != WatchedTable ] || await 120 grep -q '^live' "$dir/window.out"
}

# Asks the window for its figures and waits for its end.
close_window() {
	echo end >&"$to_window"
	wait "$window" || { tail -5 "$dir/window.err" >&2; fail "the window failed"; }
	cat "$dir/window.out"
}
