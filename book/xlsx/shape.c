#include "shape.h"

#include "cell.h"

#include <stdio.h>
#include <stdlib.h>

#define ROW_BEGIN "<row r=\""
#define CELL_BEGIN "<c r=\""

void shapes_init(struct shapes *s)
{
    *s = (struct shapes){0};
}

void shapes_done(struct shapes *s)
{
    free(s->column);
}

/* The first n bytes of a word. */
static uint64_t mask_of(size_t n)
{
    unsigned char bytes[8] = {0};
    memset(bytes, 0xFF, n < sizeof bytes ? n : sizeof bytes);
    return load8((const char *)bytes);
}

static void set_number(struct shapes *s, long row)
{
    memset(s->digits, 0, sizeof s->digits);
    s->digits_len = (size_t)snprintf(s->digits, sizeof s->digits, "%ld", row);
    s->digits_mask = mask_of(s->digits_len);
    s->row = row;
}

static void count_on(struct shapes *s)
{
    size_t i = s->digits_len;
    while (i > 0 && s->digits[i - 1] == '9')
        s->digits[--i] = '0';
    if (i == 0) {
        set_number(s, s->row + 1);
    } else {
        s->digits[i - 1]++;
        s->row++;
    }
}

void shapes_row(struct shapes *s, long row, struct str tail)
{
    set_number(s, row);
    s->tail_len = tail.len <= SHAPE_TAIL ? tail.len : 0;
    memcpy(s->tail, tail.ptr, s->tail_len);
}

char *shapes_next_row(struct shapes *s, char *p, const char *end)
{
    enum { BEGIN = sizeof ROW_BEGIN - 1, LONGEST = BEGIN + 8 + SHAPE_TAIL };
    if (s->tail_len == 0 || s->row >= BOOK_MAX_ROW || end - p < LONGEST || !SCAN_IS(p, ROW_BEGIN))
        return NULL;
    long row = s->row;
    count_on(s);
    char *tail = p + BEGIN + s->digits_len;
    if (shape_same(p + BEGIN, load8(s->digits), s->digits_mask) && memcmp(tail, s->tail, s->tail_len) == 0)
        return tail + s->tail_len;
    set_number(s, row);
    return NULL;
}

static struct shape_column *column(struct shapes *s, int col)
{
    if (col >= s->columns) {
        int had = s->columns;
        s->columns = col < 32 ? 32 : SHAPE_COLUMNS + 1;
        s->column = mem_grow(s->column, (size_t)s->columns * sizeof *s->column);
        memset(s->column + had, 0, (size_t)(s->columns - had) * sizeof *s->column);
    }
    return &s->column[col];
}

void shapes_learn(struct shapes *s, int col, const char *p, const char *to, unsigned style, char type)
{
    if (col > SHAPE_COLUMNS)
        return;
    struct shape_column *c = column(s, col);
    char begin[8 + ADDRESS_SIZE] = CELL_BEGIN;
    c->begin_len = strlen(CELL_BEGIN) + address_column(col, begin + strlen(CELL_BEGIN));
    c->begin = load8(begin);
    c->begin_mask = mask_of(c->begin_len);
    const char *from = p + c->begin_len + s->digits_len;
    if (!shape_same(p, c->begin, c->begin_mask) ||
        !shape_same(p + c->begin_len, load8(s->digits), s->digits_mask) || to - from > SHAPE_BYTES)
        return;
    struct shape *shape = &c->shape[c->oldest];
    c->oldest ^= 1;
    *shape = (struct shape){.len = (size_t)(to - from), .style = style, .type = type};
    memcpy(shape->word, from, shape->len);
    for (size_t i = 0; i * 8 < shape->len; i++)
        shape->mask[i] = mask_of(shape->len - i * 8);
}
