/* links: report */
/* No text becomes markup. */
#include "html.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What html_put() wrote, through a file of its own. */
#define wrote(...) (begin(), html_put(out, __VA_ARGS__), end())

static struct out *out;
static char path[] = "/tmp/kp2s-html.XXXXXX", text[1000];

static void begin(void)
{
    struct err e = {0};
    strcpy(path + sizeof path - 7, "XXXXXX");
    close(mkstemp(path));
    out = out_open(path, &e);
    cr_assert_not_null(out, "%s", e.text);
}

static const char *end(void)
{
    struct err e = {0};
    cr_assert(out_commit(out, &e), "%s", e.text);
    FILE *f = fopen(path, "r");
    cr_assert_not_null(f);
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    unlink(path);
    return text;
}

Test(html, texts)
{
    cr_expect_str_eq(wrote("<p>%s</p>", "a"), "<p>a</p>");
    cr_expect_str_eq(wrote("<a title=\"%s\">", "<b a='1' c=\"2\"> & é"),
                     "<a title=\"&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt; &amp; é\">");
    cr_expect_str_eq(wrote("%s|%s|%s", "", "a\tb\r\nc", "\x01x\x1F\x7Fy"), "|a b  c|xy");
    cr_expect_str_eq(wrote("%s", "&lt;"), "&amp;lt;");
    cr_expect_str_eq(wrote("plain"), "plain");
}

Test(html, numbers)
{
    cr_expect_str_eq(wrote("width=\"%.1f%%\" rank %d of %d", 12.345, -3, 14),
                     "width=\"12.3%\" rank -3 of 14");
}

Test(html, hash)
{
    struct arena arena = {0};
    struct str hash = html_hash(&arena, STR("abc"));
    cr_expect(str_is(hash, "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), "%.*s", STR_ARG(hash));
    arena_done(&arena);
}
