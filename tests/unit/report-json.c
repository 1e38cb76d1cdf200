/* JSON as kp2s-report writes it: what stands where, and what is escaped. */
#include "json.h"

#include "err.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/kp2s-json.XXXXXX";
static struct json j;

static void begin(void)
{
    struct err e = {0};
    close(mkstemp(path));
    j = (struct json){.out = out_open(path, &e)};
    cr_assert(j.out, "%s", e.text);
}

static const char *written(void)
{
    static char text[500];
    struct err e = {0};
    cr_assert(out_commit(j.out, &e), "%s", e.text);
    FILE *f = fopen(path, "r");
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    unlink(path);
    return text;
}

Test(report_json, members)
{
    begin();
    json_open(&j, NULL, '{');
    json_text(&j, "a", "b");
    json_some(&j, "none", "");
    json_open(&j, "list", '[');
    json_number(&j, NULL, "1.50");
    json_bool(&j, NULL, false);
    json_open(&j, NULL, '{');
    json_close(&j, '}');
    json_close(&j, ']');
    json_open(&j, "empty", '[');
    json_close(&j, ']');
    json_bool(&j, "last", true);
    json_close(&j, '}');
    cr_expect_str_eq(
        written(),
        "{\n  \"a\": \"b\",\n  \"list\": [\n    1.50,\n    false,\n    {}\n  ],\n  \"empty\": [],\n"
        "  \"last\": true\n}\n");
}

Test(report_json, escapes)
{
    begin();
    json_open(&j, NULL, '[');
    json_text(&j, NULL, "\"Kapuas\" \\ Hulu\nbaris\t\x01 – ≥ 90 %");
    json_close(&j, ']');
    cr_expect_str_eq(written(), "[\n  \"\\\"Kapuas\\\" \\\\ Hulu\\nbaris\\u0009\\u0001 – ≥ 90 %\"\n]\n");
}
