# shellcheck shell=sh
# For cases: starts real servers (Apache, sshd, an FTP server) on free ports, as an ordinary user also where the case runs as root.
# Each says where it is in $port and is killed with the case, also when that fails. Files to be served are put into srv/.
NO_PROXY=127.0.0.1,localhost
export NO_PROXY
servers=
url= # set by the case
stop_servers() {
    for pid in $servers; do
        kill "$pid"
        wait "$pid"
    done 2> stopped.log
    servers=
}
trap stop_servers EXIT
trap 'exit 143' TERM INT

# own FILE…: the servers may read and write them
own() { [ "$(id -u)" != 0 ] || chown -R daemon:daemon "$@"; }
mkdir -p srv
own srv

# start COMMAND…: in the background, for two minutes at most
start() {
    if [ "$(id -u)" = 0 ]; then
        timeout -k 5 120 setpriv --reuid=daemon --regid=daemon --clear-groups "$@" > srv/start.log 2>&1 &
    else
        timeout -k 5 120 "$@" > srv/start.log 2>&1 &
    fi
    servers="$servers $!"
}

free_port() { /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# until_true COMMAND…: for ten seconds at most
until_true() {
    n=0
    until "$@" > /dev/null 2>&1 || [ $n -ge 100 ]; do
        sleep 0.1
        n=$((n + 1))
    done
    [ $n -lt 100 ] || { echo "waited in vain: $*"; exit 1; }
}
listens() { /usr/bin/python3 -c "import socket; socket.create_connection(('127.0.0.1', $1), 1)"; }

# authority NAME: NAME.pem and NAME.key, who may sign
authority() {
    openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.pem" -days 2 -subj "/CN=$1" 2> openssl.log
}
# certify NAME AUTHORITY ALTERNATIVES [OPTION…]: NAME.pem and NAME.key
certify() {
    openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1" 2> openssl.log
    mkdir -p issued
    : > issued/index
    openssl rand -hex 8 > issued/serial
    printf '[ca]\ndefault_ca=x\n[x]\ndatabase=issued/index\nserial=issued/serial\nnew_certs_dir=issued\npolicy=p\n[p]\n' > issued/conf
    printf 'commonName=supplied\n[v]\nsubjectAltName=%s\n' "$3" >> issued/conf
    name=$1 signer=$2
    shift 3
    [ $# -gt 0 ] || set -- -days 2
    openssl ca -batch -notext -config issued/conf -extensions v -md sha256 -cert "$signer.pem" -keyfile "$signer.key" \
        -in "$name.csr" -out "$name.pem" "$@" 2> openssl.log
}

# apache CERTIFICATE: https; srv/dav is a WebDAV folder, for the user of the password in srv/users; its log is srv/requests
apache() {
    port=$(free_port)
    m=/usr/lib/apache2/modules
    mkdir -p srv/www/dav
    cp "$1.pem" "$1.key" srv
    cat > srv/apache.conf << END
ServerName localhost
ServerRoot $PWD/srv
PidFile $PWD/srv/apache.pid
Listen 127.0.0.1:$port
$(for module in mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs ssl mime headers; do
        echo "LoadModule ${module}_module $m/mod_$module.so"
    done)
TypesConfig /dev/null
ErrorLog $PWD/srv/apache.log
LogFormat "%m %U %>s %{Range}i %{If-Range}i" short
CustomLog $PWD/srv/requests short
SSLEngine on
SSLCertificateFile $PWD/srv/$1.pem
SSLCertificateKeyFile $PWD/srv/$1.key
Mutex posixsem
DavLockDB $PWD/srv/lock
DocumentRoot $PWD/srv/www
<Directory $PWD/srv/www>
    Require all granted
</Directory>
<Location /dav>
    Dav On
    AuthType Basic
    AuthName contoh
    AuthUserFile $PWD/srv/users
    Require valid-user
</Location>
END
    own srv
    start /usr/sbin/apache2 -X -f "$PWD/srv/apache.conf"
    until_true listens "$port"
}

# ssh_server: srv/host.pub is its key, own.pub that of $(ssh_user); its log is srv/sshd.log
ssh_server() {
    port=$(free_port)
    ssh-keygen -q -t ed25519 -N '' -f srv/host
    own srv
    mkdir -p srv/run
    start /usr/sbin/sshd -D -f /dev/null -h "$PWD/srv/host" -p "$port" -o ListenAddress=127.0.0.1 -o UsePAM=no \
        -o StrictModes=no -o AuthorizedKeysFile="$PWD/own.pub" -o PidFile=none -o Subsystem='sftp internal-sftp' \
        -E "$PWD/srv/sshd.log"
    until_true listens "$port"
}
# daemon: sshd takes nobody for locked
ssh_user() { if [ "$(id -u)" = 0 ]; then echo daemon; else id -un; fi; }

# ftp_server CERTIFICATE KIND: KIND is implicit (ftps://) or explicit (ftp:// with AUTH TLS); serves srv/ftp to the user pos with
# the password rahasia; its log is srv/commands
ftp_server() {
    port=$(free_port)
    mkdir -p srv/ftp
    cat "$1.pem" "$1.key" > srv/ftp.pem
    own srv
    start /usr/bin/python3 "$KP2S_TESTS/httpd/ftpd.py" "$port" "$2" "$PWD/srv"
    until_true listens "$port"
}

# relay PORT BYTES cut|hold: what stands between; after so many bytes of the server the first connection is closed, or held until
# the file go is there
relay() {
    : > relayed
    /usr/bin/python3 "$KP2S_TESTS/httpd/relay.py" "$@" > relayed &
    servers="$servers $!"
    until_true test -s relayed
    port=$(head -1 relayed)
}
# relayed N: how much each of its N connections passed on, in whole millions of bytes
relayed() {
    until_true has_lines $(($1 + 1)) relayed
    awk -v most="$1" 'NR > 1 && NR <= most + 1 { printf "%s%d", (NR > 2 ? " " : ""), $1 / 1000000 } END { print "" }' relayed
}
has_lines() { [ "$(wc -l < "$2")" -ge "$1" ]; }

# what differs from run to run, made the same
same() { sed -e "s|$url|URL|g" -e 's/; [0-9.]* s$/; N s/' -e 's/again in [0-9.]* s/again in N s/' -e 's/port [0-9]*/port N/'; }

# fetch ARGUMENT…: state, bytes, name and origin of what came, then messages and status
fetch() {
    kp2s-fetch --archive A "$@" > out 2> log
    status=$?
    sed -e 1d -e 's/,[0-9a-f]\{64\},/,/' -e 's/,A\/[^,]*,/,/' out | same
    same < log
    echo "status $status"
}

# held ARGUMENT…: kp2s-fetch in the background through a relay, until that holds it after a million bytes; its process is $held
held() {
    kp2s-fetch -q --archive A "$@" > held.out 2> held.log &
    held=$!
    servers="$servers $held"
    until_true test -e holding
    until_true part_came
    rm holding
}
part_came() { [ -n "$(find A/.pull -name '*.part' -size +900000c)" ]; }

# what the archive holds, and what should not be left
archived() {
    find A -type f ! -name index.csv ! -path 'A/.pull/*' | wc -l
    find A -name '*.part' -o -name '*.new' -o -name '.fetch.*'
}
