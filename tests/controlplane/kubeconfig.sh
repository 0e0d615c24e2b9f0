# Sourced by up: one context for every way of logging in, and for every way of failing to.

embedded() { base64 -w0 <"$pki/$1"; }

cluster() { # name, authority[, further line]
	printf -- '- name: %s\n  cluster:\n    server: https://127.0.0.1:%s\n    certificate-authority-data: %s\n' \
		"$1" "$apiserver_port" "$(embedded "$2.crt")"
	printf '%s' "${3:+    $3$'\n'}"
}

user() { # name, line...
	printf -- '- name: %s\n  user:\n' "$1"
	printf '    %s\n' "${@:2}"
}

with_certificate() { # name, certificate, further line...
	user "$1" "client-certificate-data: $(embedded "$2.crt")" "client-key-data: $(embedded "$2.key")" "${@:3}"
}

with_program() { # name, program
	user "$1" 'exec:' '  apiVersion: client.authentication.k8s.io/v1' '  interactiveMode: Never' "  command: $dir/exec/$2"
}

with_oidc() { # name, further line...
	user "$1" 'auth-provider:' '  name: oidc' '  config:' "    idp-issuer-url: https://127.0.0.1:$issuer_port" \
		'    client-id: fleetdesk-test' "    idp-certificate-authority: $pki/ca.crt" "${@:2}"
}

context() { # name, cluster, user[, namespace]
	printf -- '- name: %s\n  context: {cluster: %s, user: %s%s}\n' "$1" "$2" "$3" "${4:+, namespace: $4}"
}

kubeconfig() {
	local name
	printf 'apiVersion: v1\nkind: Config\ncurrent-context: admin-cert\nclusters:\n'
	cluster local ca
	cluster wrong-ca other-ca
	cluster second-name other-ca 'tls-server-name: second-name.fleetdesk.test'
	printf 'users:\n'
	with_certificate admin-cert admin
	user admin-cert-files "client-certificate: $pki/admin.crt" "client-key: $pki/admin.key"
	user token "token: $(cat "$pki/admin.token")"
	user token-file "tokenFile: $pki/admin.token"
	with_program exec-token token
	with_program exec-cert certificate
	with_certificate viewer viewer
	with_certificate namespace-only namespace-only
	with_certificate nobody nobody
	with_certificate as-viewer admin 'as: viewer-user'
	with_certificate expired-cert expired
	user bad-token 'token: not-a-token'
	user service-account "tokenFile: $pki/service-account.token"
	with_oidc oidc "    id-token: $(sed -n 1p "$dir/etc/oidc-tokens")" \
		"    refresh-token: $(sed -n 2p "$dir/etc/oidc-tokens")"
	with_oidc oidc-login
	printf 'contexts:\n'
	for name in admin-cert admin-cert-files token token-file exec-token exec-cert viewer namespace-only nobody \
		as-viewer expired-cert bad-token service-account oidc oidc-login; do
		context "$name" local "$name"
	done
	context default-namespace local admin-cert team-b
	context namespace-only-default local namespace-only team-a
	context wrong-ca wrong-ca admin-cert
	context server-name second-name admin-cert
}

component() { # name of a server program and of its certificate
	printf 'apiVersion: v1\nkind: Config\ncurrent-context: local\nclusters:\n'
	cluster local ca
	printf 'users:\n'
	with_certificate "$1" "$1"
	printf 'contexts:\n'
	context local local "$1"
}

credential() { # status lines of an ExecCredential as JSON
	printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{%s}}\n' "$1"
}

json_text() { awk '{printf "%s\\n", $0}' "$1"; }

exec_programs() {
	local name certificate
	credential "\"token\":\"$(cat "$pki/admin.token")\"" >"$dir/exec/token.json"
	certificate="\"clientCertificateData\":\"$(json_text "$pki/admin.crt")\""
	credential "$certificate,\"clientKeyData\":\"$(json_text "$pki/admin.key")\"" >"$dir/exec/certificate.json"
	for name in token certificate; do
		printf '#!/bin/sh\nexec cat "$0.json"\n' >"$dir/exec/$name"
		chmod +x "$dir/exec/$name"
	done
}
