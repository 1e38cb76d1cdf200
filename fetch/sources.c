#include "sources.h"

#include "inifile.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SOURCES = 1000, DEFAULT_MEGABYTES = 256, DEFAULT_SECONDS = 600, DEFAULT_TRIES = 4 };

/* --- addresses --- */

static const char *const schemes[] = {"https", "http", "ftps", "ftp", "sftp"};

static const char *part_of(struct arena *a, CURLU *u, CURLUPart part)
{
    char *text = NULL;
    const char *copy = NULL;
    if (curl_url_get(u, part, &text, 0) == CURLUE_OK)
        copy = arena_cstr(a, str_c(text));
    curl_free(text);
    return copy;
}

static const char *known_scheme(const char *scheme)
{
    for (size_t i = 0; scheme && i < sizeof schemes / sizeof *schemes; i++)
        if (strcmp(scheme, schemes[i]) == 0)
            return schemes[i];
    return NULL;
}

/* Fills scheme, url and shown. No message repeats the address: it may hold a secret. */
static bool read_address(struct arena *a, CURLU *u, const char *text, struct source *s, int status,
                         struct err *e)
{
    CURLUcode code = curl_url_set(u, CURLUPART_URL, text, CURLU_NON_SUPPORT_SCHEME);
    if (code != CURLUE_OK)
        return err_set(e, status, "not an address: %s", curl_url_strerror(code));
    if (!(s->scheme = known_scheme(part_of(a, u, CURLUPART_SCHEME)))) {
        err_set(e, status, "an address of a kind that is not fetched");
        return err_hint(e, "https, http, ftps, ftp and sftp are");
    }
    if (part_of(a, u, CURLUPART_USER) || part_of(a, u, CURLUPART_PASSWORD)) {
        err_set(e, status, "an address that holds a user name or a password");
        return err_hint(e,
                        "write them into a file of mode 0600, and name it in the list: credentials = FILE");
    }
    curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0);
    s->url = part_of(a, u, CURLUPART_URL);
    bool query = part_of(a, u, CURLUPART_QUERY) != NULL;
    curl_url_set(u, CURLUPART_QUERY, NULL, 0);
    const char *plain = part_of(a, u, CURLUPART_URL);
    if (!s->url || !plain)
        return err_set(e, status, "not an address");
    /* the root, also when it is left out, is a folder by sftp and ftp, and a page by http */
    size_t end = s->scheme[0] == 'h' ? strcspn(text, "#") : strlen(plain);
    s->lists = !query && end > 0 && (s->scheme[0] == 'h' ? text : plain)[end - 1] == '/';
    s->shown = arena_printf(a, "%s%s", plain, query ? "?..." : "").ptr;
    return true;
}

static bool address(struct arena *a, const char *text, struct source *s, int status, struct err *e)
{
    CURLU *u = curl_url();
    if (!u)
        mem_exhausted();
    bool ok = read_address(a, u, text, s, status, e);
    curl_url_cleanup(u);
    return ok;
}

/* --- operands --- */

static struct source *add(struct sources *s)
{
    if ((s->n & (s->n - 1)) == 0)
        s->source = mem_grow(s->source, (s->n ? s->n * 2 : 1) * sizeof *s->source);
    s->source[s->n] = (struct source){0};
    return &s->source[s->n++];
}

static void set_limits(struct source *s)
{
    s->megabytes = s->megabytes ? s->megabytes : DEFAULT_MEGABYTES;
    s->seconds = s->seconds ? s->seconds : DEFAULT_SECONDS;
    s->tries = s->tries ? s->tries : DEFAULT_TRIES;
}

const char *sources_path(struct arena *a, const char *path)
{
    struct str s = str_c(path);
    while (s.len > 1 && s.ptr[s.len - 1] == '/')
        s.len--;
    return arena_cstr(a, s);
}

bool sources_operand(struct sources *s, const char *operand, struct err *e)
{
    struct source *source = add(s);
    if (!strstr(operand, "://")) {
        source->folder = sources_path(&s->arena, operand);
        return true;
    }
    set_limits(source);
    return address(&s->arena, operand, source, ST_USAGE, e) || err_place(e, "source %zu", s->n);
}

/* --- the list --- */

enum use { DIRECTORY = 1, FILE_AT = 2, FOLDER_AT = 4, ADDRESS = FILE_AT | FOLDER_AT };

static const struct key {
    const char *name;
    size_t at; /* in struct source */
    long most; /* of a number; 0: text */
    int use;   /* what kind of source may have it */
} keys[] = {
    {"agency", offsetof(struct source, agency), 0, DIRECTORY | ADDRESS},
    {"folder", offsetof(struct source, folder), 0, DIRECTORY},
    {"url", offsetof(struct source, url), 0, ADDRESS},
    {"name", offsetof(struct source, name), 0, DIRECTORY | ADDRESS},
    {"marker", offsetof(struct source, marker), 0, DIRECTORY | FOLDER_AT},
    {"rest", offsetof(struct source, rest), 86400, DIRECTORY | FOLDER_AT},
    {"credentials", offsetof(struct source, credentials), 0, ADDRESS},
    {"ca", offsetof(struct source, ca), 0, ADDRESS},
    {"known_hosts", offsetof(struct source, known_hosts), 0, ADDRESS},
    {"megabytes", offsetof(struct source, megabytes), 10000, ADDRESS},
    {"seconds", offsetof(struct source, seconds), 86400, ADDRESS},
    {"tries", offsetof(struct source, tries), 10, ADDRESS},
};
enum { KEYS = sizeof keys / sizeof *keys };

struct reading {
    struct sources *sources;
    size_t first; /* source of this list */
};

static struct source *section_of(struct reading *r, struct str section, int line, struct err *e)
{
    struct sources *s = r->sources;
    for (size_t i = r->first; i < s->n; i++)
        if (str_is(section, s->source[i].title))
            return &s->source[i];
    if (section.len == 0)
        return err_set(e, ST_CONFIG, "a key before the first [section]"), NULL;
    if (s->n - r->first == MAX_SOURCES)
        return err_set(e, ST_CONFIG, "more than %d sources", MAX_SOURCES), NULL;
    struct source *source = add(s);
    source->title = arena_cstr(&s->arena, section);
    source->line = line;
    return source;
}

static const char **text_at(struct source *s, const struct key *key)
{
    return (const char **)((char *)s + key->at);
}

static long *number_at(struct source *s, const struct key *key)
{
    return (long *)((char *)s + key->at);
}

static bool set_key(struct arena *a, struct source *s, const struct key *key, struct str value, struct err *e)
{
    if (key->most > 0) {
        long *number = number_at(s, key);
        if (*number != 0)
            return err_set(e, ST_CONFIG, "'%s' is given twice", key->name);
        if (!str_to_long(value, number) || *number < 1 || *number > key->most)
            return err_set(e, ST_CONFIG, "'%s' must be a whole number from 1 to %ld", key->name, key->most);
        return true;
    }
    const char **text = text_at(s, key);
    if (value.len == 0)
        return err_set(e, ST_CONFIG, "'%s' is empty", key->name);
    if (*text && strcmp(key->name, "url") == 0) /* a long one goes on in the next line */
        value = arena_printf(a, "%s%.*s", *text, STR_ARG(value));
    else if (*text)
        return err_set(e, ST_CONFIG, "'%s' is given twice", key->name);
    *text = arena_cstr(a, value);
    return true;
}

static bool on_key(void *context, struct str section, struct str name, struct str value, int line,
                   struct err *e)
{
    struct reading *r = context;
    struct source *source = section_of(r, section, line, e);
    if (!source)
        return false;
    for (size_t i = 0; i < KEYS; i++)
        if (str_is(name, keys[i].name))
            return set_key(&r->sources->arena, source, &keys[i], value, e);
    return err_set(e, ST_CONFIG, "unknown key '%.*s' in [%.*s]", STR_ARG(name), STR_ARG(section));
}

static bool keys_fit(struct source *s, int use, const char *what, struct err *e)
{
    for (size_t i = 0; i < KEYS; i++)
        if (!(keys[i].use & use) &&
            (keys[i].most ? *number_at(s, &keys[i]) != 0 : *text_at(s, &keys[i]) != NULL))
            return err_set(e, ST_CONFIG, "[%s] has a %s, so '%s' has no meaning there", s->title, what,
                           keys[i].name);
    return true;
}

/* What no single key shows. */
static bool check(struct arena *a, struct source *s, struct err *e)
{
    if ((s->url != NULL) == (s->folder != NULL))
        return err_set(e, ST_CONFIG, "[%s] must have one of url and folder", s->title);
    if (s->folder) {
        s->folder = sources_path(a, s->folder);
        return keys_fit(s, DIRECTORY, "folder", e);
    }
    set_limits(s);
    if (!address(a, s->url, s, ST_CONFIG, e) ||
        !keys_fit(s, s->lists ? FOLDER_AT : FILE_AT, s->lists ? "url" : "url of a file", e))
        return false;
    if (s->known_hosts && strcmp(s->scheme, "sftp") != 0)
        return err_set(e, ST_CONFIG, "[%s] known_hosts has a meaning for sftp alone", s->title);
    if (s->ca && strcmp(s->scheme, "sftp") == 0)
        return err_set(e, ST_CONFIG, "[%s] ca has no meaning for sftp", s->title);
    if (s->credentials && strcmp(s->scheme, "http") == 0) {
        err_set(e, ST_CONFIG, "[%s] credentials would go over http, readable on the way", s->title);
        return err_hint(e, "use https");
    }
    return true;
}

bool sources_list(struct sources *s, const char *path, struct err *e)
{
    struct reading r = {s, s->n};
    if (!ini_read(path, on_key, &r, e))
        return false;
    for (size_t i = r.first; i < s->n; i++)
        if (!check(&s->arena, &s->source[i], e))
            return err_place(e, "%s, line %d", path, s->source[i].line);
    return true;
}

void sources_done(struct sources *s)
{
    free(s->source);
    arena_done(&s->arena);
}

void source_place(const struct source *s, struct err *e)
{
    if (s->title)
        err_place(e, "[%s]%s%s", s->title, s->agency ? " " : "", s->agency ? s->agency : "");
}
