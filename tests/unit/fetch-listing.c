/* What servers answer when they are asked what a folder holds: names and versions, and every answer that is
 * none */
#include "listing.h"

#include <criterion/criterion.h>
#include <stdio.h>

static struct arena arena;

/* "name=version|", as text. */
static const char *seen(const struct listing *l)
{
    struct str all = STR("");
    for (size_t i = 0; i < l->n; i++)
        all = arena_printf(&arena, "%.*s%.*s=%.*s|", STR_ARG(all), STR_ARG(l->entry[i].name),
                           STR_ARG(l->entry[i].version));
    return arena_cstr(&arena, all);
}

typedef bool reader(struct listing *, struct str, struct err *);

static void reads(reader *read, const char *text, const char *wanted)
{
    struct listing l = {.arena = &arena};
    struct err e = {0};
    cr_assert(read(&l, str_c(text), &e), "%s: %s", text, e.text);
    cr_assert_str_eq(seen(&l), wanted, "%s: %s", text, seen(&l));
}

static void refuses(reader *read, const char *text, const char *wanted)
{
    struct listing l = {.arena = &arena};
    struct err e = {0};
    cr_assert_not(read(&l, str_c(text), &e), "%s", text);
    cr_assert_eq(e.status, ST_UNREADABLE);
    cr_assert_str_eq(e.text, wanted, "%s: %s", text, e.text);
}

Test(listing, names)
{
    reads(listing_names, "", "");
    reads(listing_names, "a.csv\r\nb c.csv\n.\n..\r\n\r\nd", "a.csv=|b c.csv=|d=|");
    reads(listing_names, "/masuk/a.csv\n../../etc/passwd\nsub/\nx\ty\n", "a.csv=|passwd=|");
}

Test(listing, too_many)
{
    struct str text = {arena_alloc(&arena, 2 * (MAX_LISTED + 1)), 2 * (MAX_LISTED + 1)};
    char *to = (char *)(uintptr_t)text.ptr;
    for (size_t i = 0; i < text.len; i += 2)
        memcpy(to + i, "a\n", 2);
    struct listing l = {.arena = &arena};
    struct err e = {0};
    cr_assert_not(listing_names(&l, text, &e));
    cr_assert_str_eq(e.text, "more than 100000 files");
    l.n = 0;
    text.len -= 2;
    cr_assert(listing_names(&l, text, &(struct err){0}));
    cr_assert_eq(l.n, MAX_LISTED);
}

Test(listing, lines_as_of_ls)
{
    reads(listing_long,
          "total 12\n"
          "drwxr-xr-x    2 pos      pos          4096 Jun  1  2024 .\n"
          "-rw-r--r--    1 pos      Domain Users   17 Jun  1  2024 a.csv\n"
          "-rw-r--r--    1 1000     1000           17 Dec 31 23:59  b  c.csv\n"
          "-rw-r--r--    1 Mar Dec  pos            17 May 02  2023 Jan 3 2024 d.csv\r\n"
          "drwxr-xr-x    2 pos      pos          4096 Jun  1  2024 sub\n"
          "lrwxrwxrwx    1 pos      pos             1 Jun  1  2024 l.csv -> /etc/passwd\n",
          "a.csv=| b  c.csv=|Jan 3 2024 d.csv=|");
    reads(listing_long, "", "");
    refuses(listing_long, "-rw-r--r-- 1 pos pos 17 2024-06-01 08:00 a.csv\n",
            "its list of files is not understood: '-rw-r--r-- 1 pos pos 17 2024-06-01 08:00 a.csv'");
    refuses(listing_long, "-rw-r--r-- 1 pos pos 17 Jun 41 08:00 \x1b[31m\n",
            "its list of files is not understood: '-rw-r--r-- 1 pos pos 17 Jun 41 08:00 \\x1B[31m'");
    refuses(listing_long, "-rw-r--r-- 1 pos pos 17 Jun 1 08:00\n",
            "its list of files is not understood: '-rw-r--r-- 1 pos pos 17 Jun 1 08:00'");
}

#define MULTISTATUS(inner) "<?xml version='1.0'?><d:multistatus xmlns:d='DAV:'>" inner "</d:multistatus>"
#define RESPONSE(href, properties)                                                                           \
    "<d:response><d:href>" href "</d:href><d:propstat><d:prop>" properties                                   \
    "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"

Test(listing, dav)
{
    reads(listing_dav, MULTISTATUS(""), "");
    reads(
        listing_dav,
        MULTISTATUS(
            RESPONSE("/dav/", "<d:resourcetype><d:collection/></d:resourcetype><d:getetag>\"x\"</d:getetag>")
                RESPONSE("/dav/a%20b.csv", "<d:resourcetype/><d:getetag>&quot;one&quot;</d:getetag>")
                    RESPONSE("https://contoh.invalid/dav/c.csv",
                             "<d:getcontentlength>17</d:getcontentlength>"
                             "<d:getlastmodified>Sat, 01 Jun 2024 08:00:00 GMT</d:getlastmodified>")
                        RESPONSE("/dav/d.csv", "<d:getcontentlength>17</d:getcontentlength>")),
        "a b.csv=\"one\"|c.csv=17 bytes of Sat, 01 Jun 2024 08:00:00 GMT|d.csv=|");
    /* what is missing comes in a propstat of its own; other properties and namespaces mean nothing */
    reads(listing_dav,
          "<multistatus xmlns='DAV:' xmlns:x='x:'><response><href>\n "
          "/a.csv\n</href><propstat><prop><getetag/></prop>"
          "<status>HTTP/1.1 404 Not Found</status></propstat><propstat><prop><getetag>W/\"1\"</getetag>"
          "<x:getetag>\"2\"</x:getetag><x:collection/></prop><status>HTTP/1.1 200 "
          "OK</status></propstat></response>"
          "</multistatus>",
          "a.csv=W/\"1\"|");
    /* names that lead elsewhere, or are none */
    reads(listing_dav,
          MULTISTATUS(RESPONSE("/x/..%2F..%2Fetc%2Fpasswd", "") RESPONSE("/x/%2E%2E", "") RESPONSE(
              "/x/a%0Ab", "") RESPONSE("/x/a%00b", "") RESPONSE("", "") RESPONSE("/x/y/", "")),
          "passwd=|");
    /* an ETag that would not fit into a line is none */
    reads(listing_dav, MULTISTATUS(RESPONSE("/a.csv", "<d:getetag>\"1&#10;2\"</d:getetag>")), "a.csv=|");
}

Test(listing, no_dav)
{
    static const char *const texts[] = {
        "",
        "rubbish",
        "<html/>",
        "<multistatus/>",
        "<d:multistatus xmlns:d='DAV:'>",
        "<!DOCTYPE d [<!ENTITY a 'aaaa'>]><d:multistatus xmlns:d='DAV:'>&a;</d:multistatus>",
        "<d:prop xmlns:d='DAV:'><d:multistatus/></d:prop>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        refuses(listing_dav, texts[i], "its answer is no list of a WebDAV folder");
    struct str deep = STR("<d:multistatus xmlns:d='DAV:'>");
    for (int i = 0; i < 64; i++)
        deep = arena_printf(&arena, "%.*s<d:a>", STR_ARG(deep));
    refuses(listing_dav, arena_cstr(&arena, deep), "its answer is no list of a WebDAV folder");
    char *longest = arena_alloc(&arena, 10000);
    memset(longest, 'a', 9999);
    const char *text = arena_printf(&arena, MULTISTATUS(RESPONSE("%s", "")), longest).ptr;
    refuses(listing_dav, text, "its answer is no list of a WebDAV folder");
}
