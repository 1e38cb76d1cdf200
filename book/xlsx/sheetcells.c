#include "sheetcells.h"
#include "moment.h"
#include "vector.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS = 100000 };

void sheetcells_done(struct sheetcells *s)
{
    arena_done(&s->arena);
    free(s->day);
}

/* A date without a time is a whole number of days, and the same days come again and again: their texts are
 * kept. */
static bool known_day(struct sheetcells *s, struct str v, struct str *text)
{
    long day;
    if (v.len > 5 || !str_to_long(v, &day) || day >= DAYS)
        return false;
    if (!s->day)
        s->day = mem_alloc(DAYS * sizeof *s->day);
    char *kept = s->day[day];
    if (*kept == '\0') {
        struct str iso;
        if (!number_date(&s->arena, v, NUMBER_DATE, s->source->epoch1904, &iso) || iso.len != sizeof *s->day)
            return false;
        memcpy(kept, iso.ptr, iso.len);
    }
    *text = (struct str){kept, sizeof *s->day};
    return true;
}

static void typed_number(struct sheetcells *s, struct cell *c, struct str v, unsigned style)
{
    enum number_kind kind =
        style < s->source->styles ? (enum number_kind)s->source->style[style] : NUMBER_PLAIN;
    v = str_trim(v);
    c->type = kind == NUMBER_ELAPSED ? CELL_DURATION : CELL_DATE;
    c->plain = true;
    if (kind == NUMBER_DATE && known_day(s, v, &c->text))
        return;
    if (kind != NUMBER_PLAIN && number_date(&s->arena, v, kind, s->source->epoch1904, &c->text))
        return;
    c->plain = number_plain(&s->arena, v, &c->text);
    c->type = c->plain ? CELL_NUMBER : CELL_TEXT;
}

/* Text of the cell's own, in which nothing stands that kinds does not tell. */
static void own_text(struct sheetcells *s, struct str v, unsigned kinds, struct cell *c)
{
    c->text = kinds & (TEXT_WORK | TEXT_LOW) ? xml_unescape(&s->arena, v) : v;
    c->plain = !(kinds & (TEXT_WORK | TEXT_QUOTE | TEXT_LOW)) && *v.ptr != ' ' && v.ptr[v.len - 1] != ' ';
}

/* A cell whose date is stored as ISO text (t="d"). */
static void stored_date(struct sheetcells *s, struct cell *c, struct str v)
{
    if (moment_iso(&s->arena, v, &c->text))
        c->type = CELL_DATE;
    else if (moment_duration(&s->arena, v, &c->text))
        c->type = CELL_DURATION;
    else
        c->text = v;
}

bool sheetcells_make(struct sheetcells *s, const struct sheetcell *from, struct cell *c)
{
    struct str v = from->value;
    if (from->formula && from->type != 'S' && from->type != 'i' && str_trim(v).len == 0) {
        c->type = CELL_ERROR;
        c->text = STR(BOOK_UNCALCULATED);
        return true;
    }
    if (v.len == 0)
        return false;
    c->type = CELL_TEXT;
    switch (from->type) {
    case 's':
        c->text = strings_get(s->source->string, from->index, &c->plain);
        break;
    case 'i':
    case 'S':
        own_text(s, v, from->kinds, c);
        break;
    case 'b':
        c->type = CELL_BOOL;
        c->text = *v.ptr == '1' || *v.ptr == 't' ? STR("TRUE") : STR("FALSE");
        break;
    case 'e':
        c->type = CELL_ERROR;
        c->text = v;
        break;
    case 'd':
        stored_date(s, c, v);
        break;
    default:
        typed_number(s, c, v, from->style);
    }
    return c->text.len > 0;
}
