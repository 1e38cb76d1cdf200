/* marks.h - what was remarked on the cells of a file: read from a record stream, and put in their places.
 *
 * A mark takes sixteen bytes and more only where it is told: of each reason and sheet the first
 * MARKS_TOLD_EACH, of all together MARKS_TOLD_ALL. The others are coloured, and counted.
 */
#ifndef KP2S_MARKS_H
#define KP2S_MARKS_H

#include "book.h"
#include "reason.h"

enum { MARKS_TOLD_EACH = 2000, MARKS_TOLD_ALL = 50000 };

/* How a cell is painted; the first outweighs the others. */
enum paint { PAINT_REJECT, PAINT_REPAIR, PAINT_NOTE, PAINTS };

/* What is told of a mark. */
struct told {
    struct str cell; /* as the remark has it, before it was put in its place */
    struct str value, message;
};

struct mark {
    uint32_t row;         /* from 1; 0: of the whole sheet */
    uint16_t col;         /* from 1; 0: of the whole row, until it is put in its place */
    uint16_t reason : 12; /* index in marks.reason */
    uint16_t paint : 4;
    const struct told *told; /* or NULL */
};

struct marks_reason {
    struct str code, sentence; /* sentence: of the reason table, else the first message without its detail */
    enum paint paint;
    long marks, told; /* in all sheets */
};

struct marks_sheet {
    struct str name;
    struct mark *mark; /* in order of rows and columns once they are settled */
    size_t n, room;
    long *told; /* by reason */
    bool found; /* the file has a sheet of that name */
};

struct marks {
    struct arena arena;
    struct marks_sheet *sheet;
    size_t sheets;
    struct marks_reason *reason;
    size_t reasons;
    long n, told;
    struct str file;   /* original name, as its source says */
    struct str sha256; /* of the file */
};

/* Reads the remarks of the sources with that hash; with none given (empty) of the only file in the stream.
 * ST_REFUSED when the stream has none of it. */
bool marks_read(struct marks *m, const char *path, struct str sha256, struct err *e);
/* Puts marks where a person sees them, sheet i of the book being the one marked: a whole row's on the first
 * cell that is filled, those of merged cells on the first of them. Sorts them. */
bool marks_settle(struct marks_sheet *s, struct book *b, size_t i, struct err *e);
/* The sheet of that name; NULL when none of it is marked. */
struct marks_sheet *marks_of(struct marks *m, struct str name);
void marks_done(struct marks *m);

/* The marks of one cell: how many there are from i on; *paint is the cell's. */
size_t marks_cell(const struct marks_sheet *s, size_t i, enum paint *paint);

#endif
