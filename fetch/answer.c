#include "answer.h"

#include <curl/curl.h>
#include <string.h>

enum { LONGEST_NAME = 200, LONGEST_VALUE = 1000 };

static bool has_control(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7F)
            return true;
    return false;
}

/* The value of a parameter of a header, `name=token` or `name="text"`, unquoted; ptr NULL: there is none. */
static struct str parameter(struct arena *a, struct str rest, const char *name)
{
    while (rest.len > 0) {
        struct str key = rest, text = {0};
        size_t i = 0, n = 0;
        while (i < rest.len && rest.ptr[i] != '=' && rest.ptr[i] != ';')
            i++;
        key.len = i;
        bool valued = i < rest.len && rest.ptr[i] == '=';
        char *value = arena_alloc(a, rest.len + 1);
        for (i += valued; i < rest.len && (rest.ptr[i] == ' ' || rest.ptr[i] == '\t'); i++)
            ;
        bool quoted = valued && i < rest.len && rest.ptr[i] == '"';
        for (i += quoted; i < rest.len && rest.ptr[i] != (quoted ? '"' : ';'); i++) {
            if (quoted && rest.ptr[i] == '\\' && i + 1 < rest.len)
                i++;
            value[n++] = rest.ptr[i];
        }
        while (i < rest.len && rest.ptr[i] != ';')
            i++;
        i += i < rest.len;
        rest = (struct str){rest.ptr + i, rest.len - i};
        text = (struct str){value, n};
        if (valued && str_is(str_fold(a, key), name))
            return quoted ? text : str_trim(text);
    }
    return (struct str){0};
}

static struct str unescape(struct arena *a, struct str s)
{
    int n = 0;
    char *plain = curl_easy_unescape(NULL, s.ptr, (int)s.len, &n);
    struct str copy = plain ? arena_dup(a, (struct str){plain, (size_t)n}) : STR("");
    curl_free(plain);
    return copy;
}

/* RFC 6266: filename*=UTF-8''… before filename=…, whose bytes are UTF-8 or are made so. */
static struct str disposition_name(struct arena *a, struct str value)
{
    struct str name = parameter(a, value, "filename*");
    if (name.ptr) {
        struct str charset = str_cut(&name, '\'');
        str_cut(&name, '\'');
        if (str_is(str_fold(a, charset), "utf-8") && name.len > 0)
            return unescape(a, name);
    }
    return parameter(a, value, "filename");
}

/* "bytes 100-199/200": 100 */
static long long start_of(struct str range)
{
    long start;
    struct str unit = str_cut(&range, ' ');
    return str_is(unit, "bytes") && str_to_long(str_cut(&range, '-'), &start) ? start : -1;
}

void answer_header(struct answer *r, struct arena *a, struct str line)
{
    if (line.len >= 5 && memcmp(line.ptr, "HTTP/", 5) == 0) {
        *r = (struct answer){.start = -1};
        return;
    }
    struct str value = line, name = str_fold(a, str_cut(&value, ':'));
    value = str_trim(value);
    if (value.len > LONGEST_VALUE)
        return;
    if (str_is(name, "content-disposition"))
        r->name = disposition_name(a, value);
    else if (str_is(name, "content-range"))
        r->start = start_of(value);
    else if (has_control(value))
        return;
    else if (str_is(name, "etag"))
        r->etag = arena_dup(a, value);
    else if (str_is(name, "last-modified"))
        r->modified = arena_dup(a, value);
    else if (str_is(name, "date"))
        r->date = arena_dup(a, value);
    else if (str_is(name, "content-type"))
        r->type = arena_dup(a, value);
}

struct str answer_tag(const struct answer *r)
{
    struct arena a = {0};
    if (r->etag.len > 0)
        return r->etag.ptr[0] == '"' ? r->etag : STR("");
    time_t modified = r->modified.len ? curl_getdate(arena_cstr(&a, r->modified), NULL) : -1,
           made = r->date.len ? curl_getdate(arena_cstr(&a, r->date), NULL) : -1;
    arena_done(&a);
    return modified >= 0 && made > modified ? r->modified : STR("");
}

struct str answer_name(struct arena *a, struct str name)
{
    name = arena_dup(a, str_utf8(a, name));
    for (size_t i = name.len; i > 0; i--)
        if (name.ptr[i - 1] == '/' || name.ptr[i - 1] == '\\') {
            name = (struct str){name.ptr + i, name.len - i};
            break;
        }
    for (size_t before = name.len + 1; name.len < before;) {
        before = name.len;
        name = str_trim(name);
        if (name.len > 0 && name.ptr[0] == '.')
            name = (struct str){name.ptr + 1, name.len - 1};
    }
    if (name.len > LONGEST_NAME)
        for (name.len = LONGEST_NAME; name.len > 0 && (name.ptr[name.len] & 0xC0) == 0x80;)
            name.len--;
    if (name.len == 0)
        return STR("download");
    char *plain = arena_cstr(a, name);
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)plain[i] < 0x20 || plain[i] == 0x7F)
            plain[i] = '_';
    return (struct str){plain, name.len};
}
