/* Names that want to be more than names: of files, sheets and parts. Messages show them without control
 * characters. */
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void files(void)
{
    static const struct {
        const char *name, *shown;
    } cases[] = {
        {"esc\x1B[2J\x1B]0;owned\x07.xlsx", "'esc\\x1B[2J\\x1B]0;owned\\x07.xlsx' is cut short"},
        {"line\nkp2s-sheet: error: all is well.xlsx",
         "'line\\x0Akp2s-sheet: error: all is well.xlsx' is cut short"},
        {"return\rhint: go on.xlsx", "'return\\x0Dhint: go on.xlsx' is cut short"},
        {"tab\t.xlsx", "'tab\\x09.xlsx' is cut short"},
        {"backspace\b\b\b\b.xlsx", "'backspace\\x08\\x08\\x08\\x08.xlsx' is cut short"},
        {"delete\x7F.xlsx", "'delete\\x7F.xlsx' is cut short"},
        {"c1-\xC2\x9B"
         "2J.xlsx",
         "'c1-\\xC2\\x9B2J.xlsx' is cut short"},
        {"next-line\xC2\x85.xlsx", "'next-line\\xC2\\x85.xlsx' is cut short"},
        {"raw-\x9B"
         "2J.xlsx",
         "'raw-\\x9B2J.xlsx' is cut short"},
        {"latin-\xE9.xlsx", "'latin-\\xE9.xlsx' is cut short"},
        {"overlong-\xC0\x8A.xlsx", "'overlong-\\xC0\\x8A.xlsx' is cut short"},
        {"format-%s%n%n%99999d.xlsx", "'format-%s%n%n%99999d.xlsx' is cut short"},
        {"shell-$(id)`id`;id|id&.xlsx", "'shell-$(id)`id`;id|id&.xlsx' is cut short"},
        {"sql-'; drop table x; --.xlsx", "'sql-'; drop table x; --.xlsx' is cut short"},
        {"=cmd|' C'!A0.xlsx", "'=cmd|' C'!A0.xlsx' is cut short"},
        {"--output=x.xlsx", "'--output=x.xlsx' is cut short"},
        {" .xlsx", "' .xlsx' is cut short"},
        {"quote'\".xlsx", "'quote'\".xlsx' is cut short"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        hostile_text(cases[i].name, "PK\3\4 and nothing else", 65, cases[i].shown);
    char name[252];
    memset(name, '\x01', 246); /* four times as long when shown: cut, not overrun */
    memcpy(name + 246, ".xlsx", 6);
    hostile_text(name, "PK\3\4", 65, "error: '\\x01\\x01");
}

/* The sheet has no part, so that a message must name it. */
static void sheets(void)
{
    static const struct {
        const char *name, *shown;
    } cases[] = {
        {"a&#10;kp2s-sheet: error: all is well", "(sheet a\\x0Akp2s-sheet: error: all is well)"},
        {"a&#13;hint: go on", "(sheet a\\x0Dhint: go on)"},
        {"a&#9;b", "(sheet a\\x09b)"},
        {"a&#x9B;2J", "(sheet a\\xC2\\x9B2J)"},
        {"a&#x85;b", "(sheet a\\xC2\\x85b)"},
        {"a&#x7F;b", "(sheet a\\x7Fb)"},
        {"_x001B_[2J", "(sheet _x001B_[2J)"},
        {"%s%n%n", "(sheet %s%n%n)"},
        {"../../etc/passwd", "(sheet ../../etc/passwd)"},
        {"'; drop table x; --", "(sheet '; drop table x; --)"},
        {"=1+1", "(sheet =1+1)"},
    };
    char file[32];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = {0};
        put_format(&b, "<sheets><sheet name=\"%s\" r:id=\"none\"/></sheets>", cases[i].name);
        struct workbook w = {.workbook = xml_root_of("workbook", b)};
        snprintf(file, sizeof file, "sheet-name-%02zu.xlsx", i + 1);
        b = workbook(&w);
        hostile_file(file, &b, "", 65, cases[i].shown);
    }
    struct bytes b = text_of("<sheets><sheet name=\"");
    put_many(&b, "&#10;", 100000);
    put_text(&b, "\" r:id=\"none\"/></sheets>");
    struct workbook w = {.workbook = xml_root_of("workbook", b)};
    b = workbook(&w);
    hostile_file("sheet-name-long.xlsx", &b, "", 65, "(sheet \\x0A\\x0A");
}

/* The part is damaged, so that a message must name it. */
static void parts(void)
{
    static const struct {
        const char *file, *name, *shown;
    } cases[] = {
        {"part-name-c1.xlsx",
         "xl/worksheets/\xC2\x9B"
         "2J.xml",
         "(part xl/worksheets/\\xC2\\x9B2J.xml)"},
        {"part-name-raw.xlsx",
         "xl/worksheets/\x9B"
         "2J.xml",
         "(part xl/worksheets/\\x9B2J.xml)"},
        {"part-name-format.xlsx", "xl/worksheets/%s%n.xml", "(part xl/worksheets/%s%n.xml)"},
        {"part-name-shell.xlsx", "xl/worksheets/$(id).xml", "(part xl/worksheets/$(id).xml)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct part part = {.name = cases[i].name, .packed = 1000000};
        struct workbook w = {.more = &part, .mores = 1};
        struct bytes b = workbook(&w);
        hostile_file(cases[i].file, &b, "", 65, cases[i].shown);
    }
}

void make_names(void)
{
    files();
    sheets();
    parts();
}
