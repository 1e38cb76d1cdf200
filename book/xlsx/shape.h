/* shape.h - cells and rows of a sheet that look like the ones above them.
 *
 * A cell mostly differs from the one above it in its row number and its value alone: <c r="B8" s="1"
 * t="s"><v> and <c r="B9" s="1" t="s"><v>. What stands between number and value is its shape. A cell whose
 * bytes are those of a shape that was parsed before has the attributes it had; comparing them takes a tenth
 * of the time.
 */
#ifndef KP2S_SHAPE_H
#define KP2S_SHAPE_H

#include "scan.h"

enum { SHAPE_BYTES = 48, SHAPE_COLUMNS = 702 /* up to ZZ */, SHAPE_TAIL = 256 };

struct shape {
    uint64_t word[SHAPE_BYTES / 8], mask[SHAPE_BYTES / 8]; /* the bytes, and which of them count */
    size_t len;                                            /* 0: none */
    unsigned style;
    char type; /* as in struct sheetcell; 0: the cell is blank and ends with the shape */
};

struct shapes {
    long row;
    char digits[16]; /* the row's number as text, filled up with zero bytes */
    size_t digits_len;
    uint64_t digits_mask;
    char tail[SHAPE_TAIL]; /* what stood behind the number in the row's tag */
    size_t tail_len;       /* 0: not known */
    struct shape_column {
        uint64_t begin, begin_mask; /* <c r="A, <c r="AB */
        size_t begin_len;
        struct shape shape[2];
        unsigned oldest; /* of the two, to be given up */
    } * column;
    int columns; /* room in column, whose first is unused */
};

void shapes_init(struct shapes *s);
void shapes_done(struct shapes *s);
/* The row that is scanned now; tail is what stands behind its number up to the tag's end, empty when that
 * must not be expected of the next row. */
void shapes_row(struct shapes *s, long row, struct str tail);
/* Passes a tag at p that differs from the row's before in its number alone, which is the next; the row is
 * then that one. NULL: it differs. Up to `end` it may be read. */
char *shapes_next_row(struct shapes *s, char *p, const char *end);
/* Keeps the shape of a cell at p whose value begins at `to`; of a blank cell, that ends there. */
void shapes_learn(struct shapes *s, int col, const char *p, const char *to, unsigned style, char type);

static inline bool shape_same(const char *p, uint64_t word, uint64_t mask)
{
    return ((load8(p) ^ word) & mask) == 0;
}

static inline bool shape_at(const struct shape *shape, const char *p)
{
    if (shape->len == 0)
        return false;
    for (size_t i = 0; i * 8 < shape->len; i++)
        if (!shape_same(p + i * 8, shape->word[i], shape->mask[i]))
            return false;
    return true;
}

/* The known shape of the cell at p, which must be in this column of the present row; NULL: none. *value is
 * where the shape ends. */
static inline const struct shape *shapes_find(const struct shapes *s, int col, char *p, char **value)
{
    if (col >= s->columns)
        return NULL;
    const struct shape_column *c = &s->column[col];
    if (!shape_same(p, c->begin, c->begin_mask) ||
        !shape_same(p += c->begin_len, load8(s->digits), s->digits_mask))
        return NULL;
    p += s->digits_len;
    for (const struct shape *shape = c->shape; shape < c->shape + 2; shape++)
        if (shape_at(shape, p)) {
            *value = p + shape->len;
            return shape;
        }
    return NULL;
}

#endif
