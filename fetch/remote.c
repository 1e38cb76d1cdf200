#include "remote.h"

#include "prog.h"

#include <errno.h>
#include <openssl/x509_vfy.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

enum { CONNECT_SECONDS = 30, STALL_SECONDS = 60, MAX_REDIRECTIONS = 5, LONGEST_WAIT = 120 };

bool remote_is_http(const struct remote *r)
{
    return r->source->scheme[0] == 'h';
}

static bool is_sftp(const struct remote *r)
{
    return r->source->scheme[0] == 's';
}

/* --- opening --- */

/* What is given must be of use for that kind of address. */
static bool secret_fits(const struct remote *r, struct err *e)
{
    const struct secret *secret = &r->secret;
    const struct source *s = r->source;
    if (!s->credentials ||
        ((remote_is_http(r) && secret->token ? !secret->user : secret->user && !secret->token) &&
         (is_sftp(r) || !secret->key)))
        return true;
    err_set(e, ST_CONFIG, "the credentials '%s' do not fit %s", s->credentials, s->scheme);
    return err_hint(
        e, "https takes a token, or user and password; sftp user and key or password; ftp user and password");
}

/* Without a list of known hosts libcurl would trust every one: there always is one. */
static const char *trust_file(const struct remote *r, struct arena *a)
{
    const char *home = getenv("HOME");
    if (!is_sftp(r))
        return r->source->ca;
    return r->source->known_hosts ? r->source->known_hosts
                                  : arena_printf(a, "%s/.ssh/known_hosts", home ? home : "").ptr;
}

bool remote_open(struct remote *r, const struct source *s, struct err *e)
{
    struct arena a = {0};
    *r = (struct remote){.source = s, .curl = curl_easy_init()};
    if (!r->curl)
        mem_exhausted();
    bool ok = secret_read(&r->secret, s->credentials, e) && secret_fits(r, e);
    const char *file = trust_file(r, &a);
    if (ok && file && access(file, R_OK) != 0)
        ok = err_sys(e, "cannot read '%s'", file);
    arena_done(&a);
    return ok;
}

void remote_close(struct remote *r)
{
    curl_easy_cleanup(r->curl);
    secret_wipe(&r->secret);
}

/* --- asking --- */

static void give_secret(CURL *c, const struct remote *r)
{
    const struct secret *secret = &r->secret;
    if (secret->user)
        curl_easy_setopt(c, CURLOPT_USERNAME, secret->user);
    if (secret->password)
        curl_easy_setopt(c, CURLOPT_PASSWORD, secret->password);
    if (remote_is_http(r) && secret->token) {
        curl_easy_setopt(c, CURLOPT_HTTPAUTH, (long)CURLAUTH_BEARER);
        curl_easy_setopt(c, CURLOPT_XOAUTH2_BEARER, secret->token);
    }
    if (secret->key) {
        curl_easy_setopt(c, CURLOPT_SSH_PRIVATE_KEYFILE, secret->key);
        if (secret->password)
            curl_easy_setopt(c, CURLOPT_KEYPASSWD, secret->password);
    }
    curl_easy_setopt(c, CURLOPT_SSH_AUTH_TYPES,
                     (long)(secret->key ? CURLSSH_AUTH_PUBLICKEY : CURLSSH_AUTH_PASSWORD));
    if (secret->user && strcmp(r->source->scheme, "ftp") == 0)
        curl_easy_setopt(c, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
}

static int on_host_key(CURL *c, const struct curl_khkey *known, const struct curl_khkey *found,
                       enum curl_khmatch match, void *user)
{
    struct remote *r = user;
    (void)c, (void)known, (void)found;
    r->host_key = match;
    return match == CURLKHMATCH_OK ? CURLKHSTAT_FINE : CURLKHSTAT_REJECT;
}

static void trust(CURL *c, struct remote *r)
{
    struct arena a = {0};
    const char *file = trust_file(r, &a);
    if (is_sftp(r)) {
        curl_easy_setopt(c, CURLOPT_SSH_KNOWNHOSTS, file);
        curl_easy_setopt(c, CURLOPT_SSH_KEYFUNCTION, on_host_key);
        curl_easy_setopt(c, CURLOPT_SSH_KEYDATA, r);
    } else if (file) {
        curl_easy_setopt(c, CURLOPT_CAINFO, file);
        curl_easy_setopt(c, CURLOPT_CAPATH, NULL);
    }
    arena_done(&a); /* libcurl has a copy */
    curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
}

CURL *remote_ask(struct remote *r, const char *url)
{
    const struct source *s = r->source;
    CURL *c = r->curl;
    curl_easy_setopt(c, CURLOPT_COOKIEFILE, NULL); /* libcurl 7.88 forgets to free it when it is reset */
    curl_easy_reset(c);                            /* keeps the connection */
    r->why[0] = '\0';
    curl_easy_setopt(c, CURLOPT_URL, url);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, s->scheme);
    curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, strcmp(s->scheme, "http") == 0 ? "http,https" : "https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(c, CURLOPT_MAXREDIRS, (long)MAX_REDIRECTIONS);
    curl_easy_setopt(c, CURLOPT_COOKIEFILE, ""); /* no file: shared links give a cookie and ask for it */
    curl_easy_setopt(c, CURLOPT_USERAGENT, "kp2s-fetch/" KP2S_VERSION);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, s->seconds);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)STALL_SECONDS);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, r->why);
    trust(c, r);
    give_secret(c, r);
    return c;
}

/* --- what went wrong --- */

static int status_of(CURLcode code)
{
    switch (code) {
    case CURLE_REMOTE_FILE_NOT_FOUND:
    case CURLE_FTP_COULDNT_RETR_FILE:
        return ST_NOINPUT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_REMOTE_ACCESS_DENIED:
    case CURLE_LOGIN_DENIED:
    case CURLE_USE_SSL_FAILED:
        return ST_PERMISSION;
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_WRITE_ERROR:
        return ST_UNREADABLE;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
    case CURLE_NOT_BUILT_IN:
        return ST_CONFIG;
    default: /* what the network does */
        return ST_TEMPORARY;
    }
}

static const char *certificate_hint(CURL *c)
{
    long verdict = X509_V_OK;
    curl_easy_getinfo(c, CURLINFO_SSL_VERIFYRESULT, &verdict);
    switch (verdict) {
    case X509_V_OK:
    case X509_V_ERR_UNSPECIFIED: /* it was refused before its chain was looked at */
        return "the certificate is for another host: use the name that the agency's certificate holds";
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return "look whether this machine's clock is right; if so, ask the agency to renew its certificate";
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return "no trusted authority signed it; ask the agency for its authority's certificate: ca = FILE "
               "names "
               "it";
    default:
        return "ask the agency about its certificate";
    }
}

static bool untrusted(const struct remote *r, const char *shown, struct err *e)
{
    if (!is_sftp(r)) {
        err_set(e, ST_PERMISSION, "cannot fetch '%s': %s", shown, r->why);
        return err_hint(e, "%s", certificate_hint(r->curl));
    }
    bool other = r->host_key == CURLKHMATCH_MISMATCH;
    err_set(e, ST_PERMISSION, "cannot fetch '%s': its host's key %s", shown,
            other ? "is not the known one" : "is unknown");
    return err_hint(e, "%s",
                    other ? "another machine may answer in its place; ask the agency whether its key is new"
                          : "known_hosts = FILE holds keys; ask the agency for its key");
}

bool remote_fault(const struct remote *r, const char *shown, CURLcode code, struct err *e)
{
    if (code == CURLE_PEER_FAILED_VERIFICATION)
        return untrusted(r, shown, e);
    const char *why = code == CURLE_UNSUPPORTED_PROTOCOL
                          ? "redirected to an address of a kind that is not followed"
                      : r->why[0] ? r->why
                                  : curl_easy_strerror(code);
    return err_set(e, status_of(code), "cannot fetch '%s': %s", shown, why);
}

bool remote_refusal(const char *shown, long code, struct err *e)
{
    static const struct {
        long code;
        int status;
    } known[] = {
        {408, ST_TEMPORARY},  {425, ST_TEMPORARY},  {429, ST_TEMPORARY}, {500, ST_TEMPORARY},
        {502, ST_TEMPORARY},  {503, ST_TEMPORARY},  {504, ST_TEMPORARY}, {401, ST_PERMISSION},
        {403, ST_PERMISSION}, {407, ST_PERMISSION}, {404, ST_NOINPUT},   {410, ST_NOINPUT},
    };
    int status = ST_UNREADABLE;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (code == known[i].code)
            status = known[i].status;
    return err_set(e, status, "cannot fetch '%s': the server answers %ld", shown, code);
}

/* --- trying again --- */

/* Seconds before the next try: 1, 2, 4, …, of which a half to all by chance, so that many who failed together
 * do not come back together; what the server asks for is not undercut. */
static double pause_before(long try, long asked)
{
    uint16_t chance = 0;
    if (getrandom(&chance, sizeof chance, GRND_NONBLOCK) < 0)
        chance = 0;
    double longest = (double)(1L << (try - 1)), wait = longest * (0.5 + chance / 131072.0);
    wait = wait > (double)asked ? wait : (double)asked;
    return wait < LONGEST_WAIT ? wait : LONGEST_WAIT;
}

static void nap(double seconds)
{
    struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    while (nanosleep(&left, &left) != 0 && errno == EINTR)
        ;
}

bool remote_again(const struct remote *r, long try, const struct err *e)
{
    curl_off_t asked = 0;
    if (curl_easy_getinfo(r->curl, CURLINFO_RETRY_AFTER, &asked) != CURLE_OK)
        asked = 0;
    if (e->status != ST_TEMPORARY || try >= r->source->tries || asked > LONGEST_WAIT)
        return false;
    double wait = pause_before(try, (long)asked);
    prog_log(LOG_DEBUG, "%s; again in %.1f s", e->text, wait);
    nap(wait);
    return true;
}
