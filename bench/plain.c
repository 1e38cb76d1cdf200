/* the same cells written by libxlsxwriter with nothing before it: in: OUT.xlsx and, for each sheet, a file of
 * the lines cell,type,text that kp2s-sheet --types gives; out: the processor seconds from workbook_new() to
 * workbook_close(), and how many cells. */
#include <xlsxwriter.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct cell {
    lxw_row_t row;
    lxw_col_t column;
    double number;
    char *text; /* NULL: a number */
};
struct sheet {
    struct cell *cell;
    size_t n;
};

static char *read_all(const char *path)
{
    FILE *f = fopen(path, "rb");
    size_t size = 0, room = 1 << 20;
    char *text = malloc(room);
    while (f && text && !feof(f)) {
        if (size + 65537 > room)
            text = realloc(text, room *= 2);
        if (text)
            size += fread(text + size, 1, 65536, f);
    }
    if (!f || !text) {
        perror(path);
        exit(1);
    }
    fclose(f);
    text[size] = '\0';
    return text;
}

/* A field of CSV, unquoted in its place; *p is left behind its separator. */
static char *field(char **p)
{
    char *from = *p, *to = *p, *begin = *p;
    if (*from != '"') {
        size_t n = strcspn(from, ",\n");
        *p = from + n + (from[n] != '\0');
        from[n] = '\0';
        return begin;
    }
    for (from++; *from && (*from != '"' || from[1] == '"'); from++) {
        from += *from == '"';
        *to++ = *from;
    }
    *p = *from && from[1] ? from + 2 : from;
    *to = '\0';
    return begin;
}

static struct sheet read_sheet(const char *path)
{
    struct sheet s = {0};
    size_t room = 0;
    char *p = read_all(path);
    p += strcspn(p, "\n"); /* the columns' names */
    p += *p != '\0';
    while (*p) {
        if (s.n == room)
            s.cell = realloc(s.cell, (room = room ? 2 * room : 1 << 16) * sizeof *s.cell);
        if (!s.cell)
            exit(1);
        const char *at = field(&p), *type = field(&p);
        char *text = field(&p);
        int is_number = strcmp(type, "number") == 0;
        s.cell[s.n++] = (struct cell){lxw_name_to_row(at), lxw_name_to_col(at),
                                      is_number ? strtod(text, NULL) : 0, is_number ? NULL : text};
    }
    return s;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    struct sheet sheets[16];
    size_t cells = 0;
    int n = argc - 2 < 16 ? argc - 2 : 16;
    for (int i = 0; i < n; i++)
        cells += (sheets[i] = read_sheet(argv[2 + i])).n;
    clock_t from = clock();
    lxw_workbook *book = workbook_new(argv[1]);
    lxw_format *text = workbook_add_format(book), *number = workbook_add_format(book);
    format_set_bottom(text, LXW_BORDER_THIN);
    format_set_num_format(number, "#,##0.00");
    for (int i = 0; i < n; i++) {
        lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
        for (struct cell *c = sheets[i].cell; c < sheets[i].cell + sheets[i].n; c++)
            if (c->text)
                worksheet_write_string(sheet, c->row, c->column, c->text, text);
            else
                worksheet_write_number(sheet, c->row, c->column, c->number, number);
    }
    if (workbook_close(book))
        return 1;
    printf("%.3f %zu\n", (double)(clock() - from) / CLOCKS_PER_SEC, cells);
    return 0;
}
