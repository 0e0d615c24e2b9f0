#!/bin/bash
# Run by up: makes an instance's own authorities, certificates and tokens in the folder it is given.
set -euo pipefail
cd "$1"

authority() { # name
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=fleetdesk test $1" \
		-addext keyUsage=critical,keyCertSign,cRLSign -keyout "$1.key" -out "$1.crt"
}

certificate() { # name, subject, usage[, alternative names[, authority[, days]]]
	local authority=${5:-ca}
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$2" -keyout "$1.key" -out "$1.csr"
	printf '%s\n' "extendedKeyUsage=$3" ${4:+"subjectAltName=$4"} >"$1.ext"
	openssl x509 -req -in "$1.csr" -CA "$authority.crt" -CAkey "$authority.key" -CAcreateserial -days "${6:-3650}" \
		-extfile "$1.ext" -out "$1.crt"
}

authority ca
authority other-ca
certificate apiserver /CN=kube-apiserver serverAuth DNS:localhost,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:10.96.0.1
certificate second-name /CN=kube-apiserver serverAuth DNS:second-name.fleetdesk.test other-ca
certificate admin /O=system:masters/CN=admin-user clientAuth
certificate viewer /CN=viewer-user clientAuth
certificate namespace-only /CN=team-a-user clientAuth
certificate nobody /CN=nobody-user clientAuth
certificate expired /O=system:masters/CN=admin-user clientAuth '' ca -1
certificate kube-controller-manager /CN=system:kube-controller-manager clientAuth
certificate kube-scheduler /CN=system:kube-scheduler clientAuth
openssl ecparam -name prime256v1 -genkey -noout -out service-account.key
printf '%s,%s,%s,"system:masters"\n' "$(openssl rand -hex 16)" token-user 1 >tokens.csv
cut -d, -f1 tokens.csv | tr -d '\n' >admin.token
openssl pkcs12 -export -in apiserver.crt -inkey apiserver.key -passout pass:fleetdesk -out issuer.p12
