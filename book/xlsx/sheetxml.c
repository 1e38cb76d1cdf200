#include "sheetxml.h"
#include "scansheet.h"
#include "sheetparse.h"

#include <stdlib.h>

/* The scanner reads as long as it knows what it sees; then, or from the first row on, the general parser
 * does. */
struct sheetxml {
    struct sheetsource source;
    struct scansheet *scan;
    long scanned; /* row elements the scanner has read: the parser passes over so many */
    struct sheetparse *parse;
    struct sheetcells cells; /* of the row that was scanned */
    struct cell *cell;
    size_t room;
};

struct sheetxml *sheetxml_open(const struct sheetsource *source, struct err *e)
{
    struct zip_part *part = zip_part_open(source->zip, source->entry, e);
    if (!part)
        return NULL;
    struct sheetxml *s = mem_alloc(sizeof *s);
    s->source = *source;
    s->cells.source = &s->source;
    s->scan = scansheet_open(part, source->string);
    return s;
}

struct sheetxml *sheetxml_open_general(const struct sheetsource *source, struct err *e)
{
    struct sheetxml *s = mem_alloc(sizeof *s);
    s->source = *source;
    s->parse = sheetparse_open(&s->source, 0, e);
    if (s->parse)
        return s;
    sheetxml_close(s);
    return NULL;
}

bool sheetxml_scanning(const struct sheetxml *s)
{
    return s->scan != NULL;
}

void sheetxml_close(struct sheetxml *s)
{
    if (!s)
        return;
    scansheet_close(s->scan);
    sheetparse_close(s->parse);
    sheetcells_done(&s->cells);
    free(s->cell);
    free(s);
}

/* The cells of a scanned row that hold something. */
static size_t take_cells(struct sheetxml *s, const struct scan_row *found)
{
    size_t n = 0;
    arena_reset(&s->cells.arena);
    if (found->n > s->room) {
        s->room = found->n * 2;
        s->cell = mem_grow(s->cell, s->room * sizeof *s->cell);
    }
    for (size_t i = 0; i < found->n; i++) {
        s->cell[n] = (struct cell){.col = found->cell[i].col};
        n += sheetcells_make(&s->cells, &found->cell[i], &s->cell[n]);
    }
    return n;
}

int sheetxml_next(struct sheetxml *s, struct row *row, struct err *e)
{
    while (s->scan) {
        struct scan_row found;
        switch (scansheet_next(s->scan, &found, e)) {
        case SCAN_FOUND:
            s->scanned++;
            *row = (struct row){found.number, s->cell, take_cells(s, &found), found.hidden};
            row->cell = s->cell; /* may have moved */
            if (row->n > 0)
                return 1;
            break;
        case SCAN_END:
            return 0;
        case SCAN_FAILED:
            return -1;
        case SCAN_UNKNOWN:
            scansheet_close(s->scan);
            s->scan = NULL;
            s->parse = sheetparse_open(&s->source, s->scanned, e);
        }
    }
    return s->parse ? sheetparse_next(s->parse, row, e) : -1;
}
