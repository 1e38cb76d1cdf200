#include "transfer.h"

#include <errno.h>
#include <fnmatch.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_HEADERS = 1000 };

/* A transfer under way. */
struct flow {
    struct transfer *t;
    CURL *curl;
    struct curl_slist *headers;
    long long size;      /* of the part */
    bool resumed;        /* by ftp or sftp: what comes is the rest */
    bool began, ignored; /* the first bytes came; they are those of a message, not of the file */
    bool misfit;         /* a range came that does not begin where the part ends */
    bool too_big;
    bool page; /* a web page came in place of the file */
    int seen;  /* header lines */
    struct err *fatal;
};

static bool is_http(const struct flow *f)
{
    return remote_is_http(f->t->remote);
}

static long long most(const struct flow *f)
{
    return f->t->remote->source->megabytes * 1000000LL;
}

/* --- the name --- */

/* The name that the folder lists, else that the server gives, else the end of the address at which
 * redirections ended. */
static struct str name_of(const struct flow *f)
{
    struct arena *a = f->t->arena;
    struct str name = f->t->target->name.len ? f->t->target->name : f->t->answer.name;
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
    return answer_name(a, name);
}

/* Whether a web page came that nobody called a file: who must log in, or confirm, gets one in place of the
 * file. The server can call it one (Content-Disposition), or a name that the source wants and that says so.
 */
static bool is_page(const struct flow *f)
{
    struct arena *a = f->t->arena;
    const struct answer *answer = &f->t->answer;
    struct str kind = answer->type;
    kind = str_fold(a, str_cut(&kind, ';'));
    if (!str_is(kind, "text/html") && !str_is(kind, "application/xhtml+xml"))
        return false;
    const char *pattern = f->t->remote->source->name, *name = arena_cstr(a, name_of(f));
    bool wanted = f->t->target->name.len > 0 || (pattern && fnmatch(pattern, name, FNM_CASEFOLD) == 0),
         called = fnmatch("*.htm", name, FNM_CASEFOLD) == 0 || fnmatch("*.html", name, FNM_CASEFOLD) == 0;
    return answer->name.len == 0 && !(wanted && called);
}

/* --- the bytes --- */

static bool restart(struct flow *f)
{
    struct recall *r = f->t->recall;
    f->size = 0;
    r->tag = is_http(f) ? answer_tag(&f->t->answer) : f->t->version;
    return recall_empty(r, f->fatal) && recall_write(r, f->fatal);
}

/* Decides by the answer what the bytes are. */
static bool begin(struct flow *f)
{
    const struct answer *answer = &f->t->answer;
    struct str tag = f->t->recall->tag;
    long code = 0;
    f->began = true;
    if (!is_http(f))
        return f->resumed || restart(f);
    curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &code);
    f->ignored = code != 200 && code != 206;
    if (f->ignored)
        return true;
    f->page = is_page(f);
    if (f->page)
        return false;
    if (code == 200)
        return restart(f);
    f->misfit = f->size == 0 || answer->start != f->size ||
                (answer->etag.len > 0 && str_starts(tag, "\"") && !str_eq(answer->etag, tag));
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
    f->too_big = f->size + (long long)n > most(f);
    if (f->too_big)
        return 0;
    for (size_t done = 0; done < n;) {
        ssize_t k = write(f->t->recall->fd, data + done, n - done);
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
    if (is_http(f))
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

static void ask_http(struct flow *f)
{
    const struct recall *r = f->t->recall;
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

static void ask_other(struct flow *f)
{
    f->resumed = f->size > 0 && f->t->version.len > 0 && str_eq(f->t->version, f->t->recall->tag);
    if (f->resumed)
        curl_easy_setopt(f->curl, CURLOPT_RESUME_FROM_LARGE, (curl_off_t)f->size);
}

static CURLcode perform(struct flow *f)
{
    CURL *c = f->curl = remote_ask(f->t->remote, f->t->target->url);
    curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)most(f));
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_bytes);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, f);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, f);
    if (is_http(f))
        ask_http(f);
    else
        ask_other(f);
    return curl_easy_perform(c);
}

/* --- what stands there: by sftp and ftp size and time tell one version from another --- */

static size_t nothing(char *data, size_t one, size_t n, void *user)
{
    (void)data, (void)user;
    return one * n;
}

static CURLcode look(struct flow *f, struct str *version)
{
    curl_off_t size = -1, changed = -1;
    CURL *c = f->curl = remote_ask(f->t->remote, f->t->target->url);
    curl_easy_setopt(c, CURLOPT_NOBODY, 1L);
    curl_easy_setopt(c, CURLOPT_FILETIME, 1L);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, nothing);
    CURLcode code = curl_easy_perform(c);
    curl_easy_getinfo(c, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &size);
    curl_easy_getinfo(c, CURLINFO_FILETIME_T, &changed);
    *version = size < 0 || changed < 0
                   ? STR("")
                   : arena_printf(f->t->arena, "%lld bytes of %lld", (long long)size, (long long)changed);
    return code;
}

/* --- what came of it --- */

static enum transfer_result failed(struct flow *f, struct err *e, int status, const char *why)
{
    err_set(e, status, "cannot fetch '%s': %s", f->t->target->shown, why);
    return TRANSFER_FAILED;
}

/* The part is of no use: the next try asks for the whole. */
static enum transfer_result discard(struct flow *f, struct err *e, int status, const char *why)
{
    f->t->recall->tag = STR("");
    recall_empty(f->t->recall, f->fatal);
    return failed(f, e, status, why);
}

static enum transfer_result by_status(struct flow *f, long code, struct err *e)
{
    if (code == 304 && f->t->ask)
        return TRANSFER_UNCHANGED;
    if (code == 416 && f->size > 0)
        return discard(f, e, ST_TEMPORARY, "its rest is gone");
    remote_refusal(f->t->target->shown, code, e);
    return TRANSFER_FAILED;
}

static enum transfer_result by_fault(struct flow *f, CURLcode code, struct err *e)
{
    if (f->fatal->status != 0)
        return TRANSFER_FAILED;
    if (f->page) {
        failed(f, e, ST_UNREADABLE, "a web page comes in place of the file");
        err_hint(
            e, "it may ask to log in: open the address in a browser where nobody is logged in, and ask for a "
               "link that gives the file itself");
        return TRANSFER_FAILED;
    }
    if (f->misfit)
        return discard(f, e, ST_TEMPORARY, "what comes is not the rest of what broke off");
    if (f->too_big || code == CURLE_FILESIZE_EXCEEDED)
        return discard(f, e, ST_UNREADABLE,
                       arena_printf(f->t->arena, "larger than %ld MB", f->t->remote->source->megabytes).ptr);
    remote_fault(f->t->remote, f->t->target->shown, code, e);
    return TRANSFER_FAILED;
}

static enum transfer_result outcome(struct flow *f, CURLcode code, struct err *e)
{
    long status = 0;
    if (code != CURLE_OK)
        return by_fault(f, code, e);
    curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &status);
    if (is_http(f) && status != 200 && status != 206)
        return by_status(f, status, e);
    if (!f->began && !begin(f)) /* it is empty */
        return by_fault(f, code, e);
    f->t->name = name_of(f);
    return TRANSFER_WHOLE;
}

/* By sftp and ftp nothing else tells that the file was changed while it came. */
static enum transfer_result look_again(struct flow *f, struct err *e)
{
    struct str version;
    CURLcode code = look(f, &version);
    if (code != CURLE_OK)
        return by_fault(f, code, e);
    if (!str_eq(version, f->t->version))
        return discard(f, e, ST_TEMPORARY, "it changed while it came");
    return TRANSFER_WHOLE;
}

/* Whether its bytes are to be asked for: WHOLE when they are. */
static enum transfer_result wanted(struct flow *f, struct err *e)
{
    struct transfer *t = f->t;
    t->version = t->target->version;
    CURLcode code = is_http(f) ? CURLE_OK : look(f, &t->version);
    if (code == CURLE_REMOTE_FILE_NOT_FOUND && t->target->name.len > 0)
        return TRANSFER_NO_FILE;
    if (code != CURLE_OK)
        return by_fault(f, code, e);
    if (t->ask && t->version.len > 0 && str_eq(t->version, t->recall->version))
        return TRANSFER_UNCHANGED;
    long rest = t->target->marked ? 0 : t->remote->source->rest;
    if (rest > 0 && t->version.len == 0)
        return failed(f, e, ST_UNREADABLE,
                      "the server does not tell size and time, so whether it rests is unknown");
    if (rest > 0 && !recall_rests(t->recall, t->version, rest, f->fatal))
        return f->fatal->status != 0 ? TRANSFER_FAILED : TRANSFER_RESTLESS;
    return TRANSFER_WHOLE;
}

/* A part without its tag could be the beginning of any version: it is begun anew. */
static bool measure_part(struct flow *f)
{
    const struct recall *r = f->t->recall;
    struct stat st;
    if (r->tag.len == 0 && !recall_empty(r, f->fatal))
        return false;
    if (fstat(r->fd, &st) != 0)
        return err_sys(f->fatal, "cannot read '%s'", r->part);
    f->size = st.st_size;
    return true;
}

enum transfer_result transfer(struct transfer *t, struct err *e, struct err *fatal)
{
    struct flow f = {.t = t, .fatal = fatal};
    t->answer = (struct answer){.start = -1};
    if (!measure_part(&f))
        return TRANSFER_FAILED;
    enum transfer_result result = wanted(&f, e);
    if (result == TRANSFER_WHOLE)
        result = outcome(&f, perform(&f), e);
    if (result == TRANSFER_WHOLE && !is_http(&f) && t->version.len > 0)
        result = look_again(&f, e);
    curl_slist_free_all(f.headers);
    return result;
}
