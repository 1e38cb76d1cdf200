#include "folder.h"
#include "inbox.h"
#include "listing.h"

#include "prog.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 64 * 1024 * 1024 };

static const char wish[] = "<?xml version=\"1.0\"?><propfind xmlns=\"DAV:\"><prop><resourcetype/><getetag/>"
                           "<getcontentlength/><getlastmodified/></prop></propfind>";

/* --- the answer --- */

struct answer_text {
    char *text;
    size_t len, room;
};

static size_t on_bytes(char *data, size_t one, size_t n, void *user)
{
    struct answer_text *t = user;
    (void)one;
    if (t->len + n > MOST)
        return 0;
    if (t->len + n > t->room) {
        t->room = (t->len + n) * 2;
        t->text = mem_grow(t->text, t->room);
    }
    memcpy(t->text + t->len, data, n);
    t->len += n;
    return n;
}

/* Asks, and gives libcurl's verdict. */
static CURLcode ask(struct remote *r, struct answer_text *t)
{
    CURL *c = remote_ask(r, r->source->url);
    struct curl_slist *headers = NULL;
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_bytes);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
    if (remote_is_http(r)) {
        headers = curl_slist_append(headers, "Depth: 1");
        headers = curl_slist_append(headers, "Content-Type: application/xml");
        if (!headers)
            mem_exhausted();
        curl_easy_setopt(c, CURLOPT_POSTFIELDS, wish);
        curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, "PROPFIND");
        curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
    } else if (strcmp(r->source->scheme, "sftp") != 0) {
        curl_easy_setopt(c, CURLOPT_DIRLISTONLY, 1L);
    }
    CURLcode code = curl_easy_perform(c);
    curl_slist_free_all(headers);
    return code;
}

static bool understand(const struct remote *r, struct str text, struct listing *l, struct err *e)
{
    struct err own = {0};
    bool ok = remote_is_http(r)                        ? listing_dav(l, text, &own)
              : strcmp(r->source->scheme, "sftp") == 0 ? listing_long(l, text, &own)
                                                       : listing_names(l, text, &own);
    if (ok)
        return true;
    err_set(e, own.status, "cannot fetch '%s': %s", r->source->shown, own.text);
    return own.hint[0] ? err_hint(e, "%s", own.hint) : false;
}

static bool one_try(struct remote *r, struct listing *l, struct err *e)
{
    struct answer_text t = {0};
    long status = 0;
    CURLcode code = ask(r, &t);
    if (code == CURLE_WRITE_ERROR)
        err_set(e, ST_UNREADABLE, "cannot fetch '%s': its list of files is too long", r->source->shown);
    bool ok = code == CURLE_OK || remote_fault(r, r->source->shown, code, e);
    curl_easy_getinfo(r->curl, CURLINFO_RESPONSE_CODE, &status);
    if (ok && remote_is_http(r) && status != 207) {
        ok = remote_refusal(r->source->shown, status, e);
        if (e->status == ST_UNREADABLE)
            err_hint(
                e, "an address that ends in / names a WebDAV folder; one that gives a file is written with ? "
                   "behind it");
    }
    ok = ok && understand(r, (struct str){t.text, t.len}, l, e);
    free(t.text);
    return ok;
}

/* --- what of it is fetched --- */

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct listed *)a)->name, ((const struct listed *)b)->name);
}

static bool holds(const struct listing *l, struct str name)
{
    const struct listed key = {.name = name};
    return l->n > 0 && bsearch(&key, l->entry, l->n, sizeof key, by_name);
}

static bool named(const struct source *s, const char *name)
{
    return !name_passed_over(name) && !(s->name && fnmatch(s->name, name, FNM_CASEFOLD) != 0) &&
           !(s->marker && name_ends_with(name, s->marker));
}

static struct target target_of(const struct source *s, const struct listed *file, bool marked,
                               struct arena *a)
{
    char *end = curl_easy_escape(NULL, file->name.ptr, (int)file->name.len);
    if (!end)
        mem_exhausted();
    struct target t = {arena_printf(a, "%s%s", s->url, end).ptr, arena_printf(a, "%s%s", s->shown, end).ptr,
                       file->name, file->version, marked};
    curl_free(end);
    return t;
}

static void choose(const struct source *s, const struct listing *l, struct arena *a, struct folder *f,
                   struct tally *t)
{
    *f = (struct folder){arena_alloc(a, (l->n + 1) * sizeof *f->file), 0};
    for (size_t i = 0; i < l->n; i++) {
        const char *name = arena_cstr(a, l->entry[i].name);
        bool marked = s->marker && holds(l, arena_printf(a, "%s%s", name, s->marker));
        struct target target = target_of(s, &l->entry[i], marked, a);
        if (!named(s, name)) {
            t->passed++;
        } else if (s->marker && !marked && s->rest == 0) {
            prog_log(LOG_WARN, "'%s' passed over: no marker says that it is complete", target.shown);
            t->passed++;
        } else {
            f->file[f->n++] = target;
        }
    }
}

bool folder_list(struct remote *r, struct arena *a, struct folder *f, struct tally *t, struct err *e)
{
    struct listing l = {.arena = a};
    for (long try = 1;; try++) {
        struct err own = {0};
        l.n = 0;
        if (one_try(r, &l, &own))
            break;
        if (!remote_again(r, try, &own)) {
            *e = own;
            return false;
        }
    }
    if (l.n > 0)
        qsort(l.entry, l.n, sizeof *l.entry, by_name);
    choose(r->source, &l, a, f, t);
    return true;
}
