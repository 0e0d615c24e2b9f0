# Sourced by the scripts beside it: where things are, and how programs are started, awaited and ended.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${FLEETDESK_CACHE:-$HOME/.cache/fleetdesk}/controlplane
bin=$cache/$(cd "$here" && cat go.mod go.sum kwok/go.mod kwok/go.sum build | sha256sum | cut -c1-16)/bin

say() { echo "controlplane: $*"; }
fail() { say "$*" >&2; exit 1; }

# Sets dir, and what up noted in DIR/instance: the ports, and the folder that KUBEBUILDER_ASSETS named.
instance() {
	dir=$(realpath -m "${1:-$cache/run}")
	pki=$dir/pki
	assets=${KUBEBUILDER_ASSETS:-}
	if [ -f "$dir/instance" ]; then source "$dir/instance"; fi
	# not the kubeconfig for the tests, which they may change
	export KUBECONFIG=$dir/etc/admin
}

started() { [ -f "$dir/etc/admin" ] || fail "nothing runs in $dir; start it with $here/up $dir"; }

program() { if [ -x "$assets/$1" ]; then echo "$assets/$1"; else echo "$bin/$1"; fi; }

kubectl() { "$(program kubectl)" "$@"; }

launch() { start "$1" "$(program "$1")" "${@:2}"; } # program, arguments...

start() { # name, command...
	setsid "${@:2}" </dev/null >>"$dir/log/$1.log" 2>&1 &
	printf '%s\n' $! "$(birth $!)" >"$dir/pid/$1"
}

# When a process was started, in ticks since the machine was; nothing if it has ended.
birth() { sed -E 's/.*\) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" {print $20}'; }

# True only for a process of this instance: a number alone may belong to another program by now.
alive() {
	local pid born
	{ read -r pid && read -r born; } 2>/dev/null <"$dir/pid/$1" && [ -n "$born" ] && [ "$(birth "$pid")" = "$born" ]
}

# At once: an orderly end of the API server takes ten seconds, and tests want it to die.
halt() {
	if alive "$1"; then
		kill -9 "$(head -n 1 "$dir/pid/$1")"
		while alive "$1"; do sleep 0.05; done
	fi
	rm -f "$dir/pid/$1"
}

listens() { (: <>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

await() { # program whose log tells why not, seconds, command...
	local end=$((SECONDS + $2))
	until "${@:3}" >/dev/null 2>&1; do
		if ! alive "$1" || [ "$SECONDS" -ge "$end" ]; then
			say "$1 did not get ready; the end of $dir/log/$1.log:" >&2
			tail -n 10 "$dir/log/$1.log" | cut -c1-500 >&2
			exit 1
		fi
		sleep 0.2
	done
}

start_apiserver() {
	GOMEMLIMIT=1GiB launch kube-apiserver --v=0 --bind-address=127.0.0.1 --secure-port="$apiserver_port" \
		--advertise-address=192.0.2.1 --endpoint-reconciler-type=none --service-cluster-ip-range=10.96.0.0/16 \
		--etcd-servers="http://127.0.0.1:$etcd_port" --authorization-mode=Node,RBAC --allow-privileged=true \
		--tls-cert-file="$pki/apiserver.crt" --tls-private-key-file="$pki/apiserver.key" \
		--tls-sni-cert-key="$pki/second-name.crt,$pki/second-name.key" \
		--client-ca-file="$pki/ca.crt" --token-auth-file="$pki/tokens.csv" \
		--service-account-issuer=https://kubernetes.default.svc --service-account-key-file="$pki/service-account.key" \
		--service-account-signing-key-file="$pki/service-account.key" \
		--kubelet-client-certificate="$pki/admin.crt" --kubelet-client-key="$pki/admin.key" \
		--kubelet-preferred-address-types=InternalIP --profiling=false \
		--oidc-issuer-url="https://127.0.0.1:$issuer_port" --oidc-client-id=fleetdesk-test --oidc-ca-file="$pki/ca.crt" \
		--oidc-username-claim=sub --oidc-username-prefix=oidc:
	await kube-apiserver 60 kubectl get --raw /readyz --request-timeout=2s
}
