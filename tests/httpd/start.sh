# shellcheck shell=sh
# For cases: starts the server of httpd.c, which ends with the case; its address is http://127.0.0.1:$(cat port), to be put
# into $url. And the words of what is told.
url= # set by the case
NO_PROXY=127.0.0.1
export NO_PROXY
"$BUILD/httpd" 100 requests > port &
server=$!
trap 'kill $server 2>/dev/null' EXIT
echo $server > pid
tries=0
while [ ! -s port ] && [ $tries -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done

# what differs from run to run, made the same
same() { sed -e "s|$url|URL|g" -e 's/; [0-9.]* s$/; N s/' -e 's/[0-9]* milliseconds/N milliseconds/'; }

# runs kp2s-fetch: state, bytes, name and origin of what came, then messages and status
fetch() {
    kp2s-fetch --archive A "$@" > out 2> log
    status=$?
    sed -e 1d -e 's/,[0-9a-f]\{64\},/,/' -e 's/,A\/[^,]*,/,/' out | same
    same < log
    echo "status $status"
}
