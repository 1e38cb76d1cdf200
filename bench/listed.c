/* The rows of a CSV file as a sheet: its cells as a workbook would store them. */
#include "pack.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *file;

/* Digits, at most one point, a minus; so short that it is no NIK. */
static bool is_number(const char *text)
{
    size_t len = strlen(text), digits = strspn(text[0] == '-' ? text + 1 : text, "0123456789.");
    return len > 0 && len < 10 && digits == len - (text[0] == '-') && text[digits - 1] != '.';
}

static void put(struct cell *c, const char *text, bool heading)
{
    *c = (struct cell){.kind = *text ? TEXT : BLANK, .style = heading ? STYLE_HEADING : STYLE_NONE};
    if (strlen(text) >= MOST_TEXT)
        die("a cell of more than %d bytes", MOST_TEXT - 1);
    strcpy(c->text, text);
    if (heading || !is_number(text))
        return;
    c->kind = NUMBER;
    strcpy(c->stored, text);
}

/* Rows are asked for one after another; the first again for another form. */
static void fill(const struct table *t, long row, struct cell *cells)
{
    char line[4096], *rest = line, *text;
    if (row == 0)
        rewind(file);
    if (!fgets(line, sizeof line, file))
        die("the list has fewer rows than it had");
    line[strcspn(line, "\n")] = '\0';
    for (int i = 0; i < t->cols; i++) {
        text = strsep(&rest, ",");
        if (!text)
            die("row %ld has fewer cells than the headings", row);
        put(&cells[i], text, row == 0);
    }
}

struct table table_listed(const char *path)
{
    struct table t = {.cols = 1, .rows = -1, .fill = fill};
    char line[4096];
    file = fopen(path, "r");
    if (!file)
        die("cannot open '%s'", path);
    for (; fgets(line, sizeof line, file); t.rows++)
        for (const char *p = line; t.rows < 0 && *p; p++)
            t.cols += *p == ',';
    if (t.rows < 1 || t.cols > MOST_COLS)
        die("'%s' has no rows, or more than %d columns", path, MOST_COLS);
    return t;
}
