#include "transfer.h"

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CONNECT_SECONDS = 30, STALL_SECONDS = 60, MAX_REDIRECTIONS = 5, MAX_HEADERS = 1000 };

/* A transfer under way. */
struct flow {
    struct transfer *t;
    CURL *curl;
    struct curl_slist *headers;
    int part;            /* open file */
    long long size;      /* of the part */
    bool began, ignored; /* the first bytes came; they are those of a message, not of the file */
    bool misfit;         /* a range came that does not begin where the part ends */
    bool too_big;
    int seen; /* header lines */
    struct err *fatal;
    char why[CURL_ERROR_SIZE];
};

static bool is_http(const struct source *s)
{
    return s->scheme[0] == 'h';
}

static long long most(const struct source *s)
{
    return s->megabytes * 1000000LL;
}

/* --- the bytes --- */

static bool restart(struct flow *f)
{
    const char *path = f->t->recall->part;
    f->size = 0;
    if (ftruncate(f->part, 0) != 0)
        return err_sys(f->fatal, "cannot write '%s'", path);
    f->t->recall->tag = answer_tag(&f->t->answer);
    return recall_write(f->t->recall, f->fatal);
}

/* Decides by the answer what the bytes are. */
static bool begin(struct flow *f)
{
    const struct answer *answer = &f->t->answer;
    long code = 0;
    f->began = true;
    curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &code);
    if (!is_http(f->t->source) || code == 200)
        return restart(f);
    f->ignored = code != 206;
    if (f->ignored)
        return true;
    f->misfit =
        f->size == 0 || answer->start != f->size ||
        (answer->etag.len > 0 && f->t->recall->tag.ptr[0] == '"' && !str_eq(answer->etag, f->t->recall->tag));
    return !f->misfit;
}

static size_t on_bytes(char *data, size_t one, size_t n, void *user)
{
    struct flow *f = user;
    (void)one;
    if (!f->began && !begin(f))
        return 0;
    if (f->ignored)
        return n;
    f->too_big = f->size + (long long)n > most(f->t->source);
    if (f->too_big)
        return 0;
    for (size_t done = 0; done < n;) {
        ssize_t k = write(f->part, data + done, n - done);
        if (k < 0 && errno != EINTR) {
            err_sys(f->fatal, "cannot write '%s'", f->t->recall->part);
            return 0;
        }
        done += k > 0 ? (size_t)k : 0;
    }
    f->size += (long long)n;
    return n;
}

static size_t on_header(char *data, size_t one, size_t n, void *user)
{
    struct flow *f = user;
    (void)one;
    if (f->seen++ == MAX_HEADERS)
        return 0;
    if (is_http(f->t->source))
        answer_header(&f->t->answer, f->t->arena, (struct str){data, n});
    return n;
}

/* --- what is asked --- */

static void add_header(struct flow *f, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    struct curl_slist *list =
        curl_slist_append(f->headers, arena_printf(f->t->arena, "%s: %.*s", name, STR_ARG(value)).ptr);
    if (!list)
        mem_exhausted();
    f->headers = list;
}

static void ask_condition(struct flow *f)
{
    const struct recall *r = f->t->recall;
    if (!is_http(f->t->source)) /* a date alone does not tell that an older version was put back */
        return;
    if (f->t->ask) {
        add_header(f, "If-None-Match", r->etag);
        add_header(f, "If-Modified-Since", r->modified);
    }
    if (f->size > 0) {
        curl_easy_setopt(f->curl, CURLOPT_RANGE, arena_printf(f->t->arena, "%lld-", f->size).ptr);
        add_header(f, "If-Range", r->tag);
    }
    curl_easy_setopt(f->curl, CURLOPT_HTTPHEADER, f->headers);
}

static void give_secret(CURL *c, const struct source *s, const struct secret *secret)
{
    if (secret->user)
        curl_easy_setopt(c, CURLOPT_USERNAME, secret->user);
    if (secret->password)
        curl_easy_setopt(c, CURLOPT_PASSWORD, secret->password);
    if (is_http(s) && secret->token) {
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
    if (secret->user && strcmp(s->scheme, "ftp") == 0)
        curl_easy_setopt(c, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
}

/* Without a list of known hosts libcurl would trust every one: there always is one. */
static bool trust(CURL *c, const struct source *s, struct arena *a, struct err *e)
{
    const char *file = s->ca;
    if (strcmp(s->scheme, "sftp") == 0) {
        const char *home = getenv("HOME");
        file = s->known_hosts ? s->known_hosts : arena_printf(a, "%s/.ssh/known_hosts", home ? home : "").ptr;
        curl_easy_setopt(c, CURLOPT_SSH_KNOWNHOSTS, file);
    } else if (file) {
        curl_easy_setopt(c, CURLOPT_CAINFO, file);
        curl_easy_setopt(c, CURLOPT_CAPATH, NULL);
    }
    curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
    return !file || access(file, R_OK) == 0 || err_sys(e, "cannot read '%s'", file);
}

static void set_up(struct flow *f)
{
    const struct source *s = f->t->source;
    CURL *c = f->curl;
    curl_easy_setopt(c, CURLOPT_URL, s->url);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, s->scheme);
    curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, strcmp(s->scheme, "http") == 0 ? "http,https" : "https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(c, CURLOPT_MAXREDIRS, (long)MAX_REDIRECTIONS);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "kp2s-fetch/" KP2S_VERSION);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, s->seconds);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)STALL_SECONDS);
    curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)most(s));
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, f->why);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_bytes);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, f);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, f);
    give_secret(c, s, f->t->secret);
}

/* --- what came of it --- */

static enum transfer_result failed(struct err *e, const struct flow *f, int status, const char *why)
{
    err_set(e, status, "cannot fetch '%s': %s", f->t->source->shown, why);
    return status == ST_TEMPORARY ? TRANSFER_AGAIN : TRANSFER_FAILED;
}

/* The part is of no use: the next try asks for the whole. */
static enum transfer_result discard(struct flow *f, struct err *e, int status, const char *why)
{
    unlink(f->t->recall->part);
    f->t->recall->tag = STR("");
    return failed(e, f, status, why);
}

static enum transfer_result by_status(struct flow *f, long code, struct err *e)
{
    static const long passing[] = {408, 425, 429, 500, 502, 503, 504};
    const char *why = arena_printf(f->t->arena, "the server answers %ld", code).ptr;
    if (code == 304 && f->t->ask)
        return TRANSFER_UNCHANGED;
    if (code == 416 && f->size > 0)
        return discard(f, e, ST_TEMPORARY, "its rest is gone");
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
        if (code == passing[i])
            return failed(e, f, ST_TEMPORARY, why);
    if (code == 401 || code == 403 || code == 407)
        return failed(e, f, ST_PERMISSION, why);
    return failed(e, f, code == 404 || code == 410 ? ST_NOINPUT : ST_UNREADABLE, why);
}

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

static enum transfer_result by_fault(struct flow *f, CURLcode code, struct err *e)
{
    if (f->fatal->status != 0)
        return TRANSFER_FAILED;
    if (f->misfit)
        return discard(f, e, ST_TEMPORARY, "what comes is not the rest of what broke off");
    if (f->too_big || code == CURLE_FILESIZE_EXCEEDED)
        return discard(f, e, ST_UNREADABLE,
                       arena_printf(f->t->arena, "larger than %ld MB", f->t->source->megabytes).ptr);
    if (code == CURLE_UNSUPPORTED_PROTOCOL)
        return failed(e, f, ST_UNREADABLE, "redirected to an address of a kind that is not followed");
    if (code == CURLE_PEER_FAILED_VERIFICATION && f->t->source->scheme[0] == 's') {
        failed(e, f, ST_PERMISSION, "its host's key is unknown, or is not the known one");
        err_hint(e, "known_hosts = FILE holds keys; ask the agency for its key");
        return TRANSFER_FAILED;
    }
    return failed(e, f, status_of(code), f->why[0] ? f->why : curl_easy_strerror(code));
}

/* The name that the server gives, else the end of the address at which redirections ended. */
static void take_name(struct flow *f)
{
    struct arena *a = f->t->arena;
    struct str name = f->t->answer.name;
    const char *url = NULL;
    if (name.len == 0 && curl_easy_getinfo(f->curl, CURLINFO_EFFECTIVE_URL, &url) == CURLE_OK && url) {
        const char *end = url + strcspn(url, "?#"), *slash = end;
        while (slash > url && slash[-1] != '/')
            slash--;
        int n = 0;
        char *plain = end > slash ? curl_easy_unescape(NULL, slash, (int)(end - slash), &n) : NULL;
        name = arena_dup(a, (struct str){plain ? plain : "", (size_t)n});
        curl_free(plain);
    }
    f->t->name = answer_name(a, name);
}

static enum transfer_result outcome(struct flow *f, CURLcode code, struct err *e)
{
    struct transfer *t = f->t;
    long status = 0;
    curl_off_t asked = 0;
    if (curl_easy_getinfo(f->curl, CURLINFO_RETRY_AFTER, &asked) == CURLE_OK && asked > 0)
        t->wait = asked < 86400 ? (long)asked : 86400;
    if (code != CURLE_OK)
        return by_fault(f, code, e);
    curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &status);
    if (is_http(t->source) && status != 200 && status != 206)
        return by_status(f, status, e);
    if (!f->began && !begin(f)) /* it is empty */
        return by_fault(f, code, e);
    take_name(f);
    return TRANSFER_WHOLE;
}

/* A part without its tag could be the beginning of any version: it is begun anew. */
static bool open_part(struct flow *f)
{
    const struct recall *r = f->t->recall;
    struct stat st = {0};
    f->part = open(r->part, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | (r->tag.len == 0 ? O_TRUNC : 0), 0600);
    if (f->part < 0 || fstat(f->part, &st) != 0)
        return err_set(f->fatal, ST_CANTCREATE, "cannot create '%s': %s", r->part, strerror(errno));
    f->size = st.st_size;
    return true;
}

enum transfer_result transfer(struct transfer *t, struct err *e, struct err *fatal)
{
    struct flow f = {.t = t, .part = -1, .fatal = fatal};
    enum transfer_result result = TRANSFER_FAILED;
    t->answer = (struct answer){.start = -1};
    t->wait = 0;
    f.curl = curl_easy_init();
    if (!f.curl)
        mem_exhausted();
    if (trust(f.curl, t->source, t->arena, e) && open_part(&f)) {
        set_up(&f);
        ask_condition(&f);
        result = outcome(&f, curl_easy_perform(f.curl), e);
    }
    if (f.part >= 0)
        close(f.part);
    if (result != TRANSFER_WHOLE && f.size == 0)
        unlink(t->recall->part);
    curl_slist_free_all(f.headers);
    curl_easy_cleanup(f.curl);
    return result;
}
