#!/bin/bash
# dovecot.sh BASE IMAP_PORT IMAPS_PORT: writes a private Dovecot instance that runs as the calling user.
# Not as root: imap-login refuses to. BASE must be short (unix socket paths are below 108 bytes).
# Start: dovecot -c BASE/dovecot.conf      Stop: doveadm -c BASE/dovecot.conf stop
set -eu
B=$1; P=$2; S=$3
U=$(id -un); G=$(id -gn)
mkdir -p "$B"/{run,state,mail,tls}
[ -s "$B/tls/key.pem" ] || {
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=test CA" -keyout "$B/tls/ca.key" -out "$B/tls/ca.pem" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout "$B/tls/key.pem" -out "$B/tls/csr.pem" 2>/dev/null
  openssl x509 -req -in "$B/tls/csr.pem" -CA "$B/tls/ca.pem" -CAkey "$B/tls/ca.key" -CAcreateserial -days 825 -out "$B/tls/cert.pem" \
    -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth') 2>/dev/null
}
cat > "$B/passwd" <<X
sle@harbour-alliance.example:{PLAIN}pw-clerk::::::
p.nair@hazelbank.example:{PLAIN}pw-priya::::::
X
cat > "$B/dovecot.conf" <<X
base_dir = $B/run
state_dir = $B/state
log_path = $B/dovecot.log
instance_name = $(basename "$B")
protocols = imap
listen = 127.0.0.1
default_internal_user = $U
default_internal_group = $G
default_login_user = $U
first_valid_uid = $(id -u)
last_valid_uid = $(id -u)
first_valid_gid = 0
mail_uid = $(id -u)
mail_gid = $(id -g)
mail_home = $B/mail/%u
mail_location = maildir:~/Maildir
mail_fsync = never
ssl = yes
ssl_cert = <$B/tls/cert.pem
ssl_key = <$B/tls/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
auth_verbose = yes
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u $B/passwd
}
userdb {
  driver = static
  args = uid=$(id -u) gid=$(id -g) home=$B/mail/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \Sent
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $P
  }
  inet_listener imaps {
    port = $S
    ssl = yes
  }
}
service stats {
  chroot =
}
service auth {
  unix_listener auth-userdb {
    mode = 0600
  }
}
X
