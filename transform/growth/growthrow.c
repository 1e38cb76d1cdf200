#include "growthrow.h"

#include "date.h"
#include "measure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const growthrow_names[GROWTHROW_COLUMNS] = {
    [GROWTHROW_SEX] = "sex",
    [GROWTHROW_AGE_DAYS] = "age_days",
    [GROWTHROW_BIRTH_DATE] = "birth_date",
    [GROWTHROW_MEASURED_ON] = "measured_on",
    [GROWTHROW_AGE_MONTHS] = "age_months",
    [GROWTHROW_WEIGHT] = "weight",
    [GROWTHROW_LENHEI] = "lenhei",
    [GROWTHROW_MEASURE] = "measure",
    [GROWTHROW_OEDEMA] = "oedema",
    [GROWTHROW_HEADC] = "headc",
    [GROWTHROW_ARMC] = "armc",
};

/* --- the header --- */

/* Position of the column so named, -1 when there is none, -2 when there are two. */
static int position(const struct csv_record *names, const char *name)
{
    struct arena a = {0};
    struct str wanted = str_fold(&a, str_c(name));
    int at = -1;
    for (size_t i = 0; i < names->n && at != -2; i++)
        if (str_eq(str_fold(&a, names->field[i]), wanted))
            at = at == -1 ? (int)i : -2;
    arena_done(&a);
    return at;
}

static bool missing(const char *what, const char *remedy, const char *file, struct err *e)
{
    err_set(e, ST_UNREADABLE, "%s", what);
    err_place(e, "%s, line 1", file);
    return err_hint(e, "%s", remedy);
}

static bool needed(const struct growthrow_header *h, const char *file, struct err *e)
{
    const int *at = h->at;
    bool birth = at[GROWTHROW_BIRTH_DATE] >= 0, measured = at[GROWTHROW_MEASURED_ON] >= 0;
    if (at[GROWTHROW_SEX] < 0)
        return missing("there is no column 'sex'",
                       "name the column so, or tell its name: --column sex=HEADING", file, e);
    if (at[GROWTHROW_AGE_DAYS] < 0 && at[GROWTHROW_AGE_MONTHS] < 0 && !(birth && measured))
        return missing(birth ? "there is no column 'measured_on' beside 'birth_date'"
                             : "there is no column of age",
                       "needed: age_days, or birth_date and measured_on, or age_months; another name is told "
                       "by --column age_days=HEADING",
                       file, e);
    if (at[GROWTHROW_WEIGHT] < 0 && at[GROWTHROW_LENHEI] < 0 && at[GROWTHROW_HEADC] < 0 &&
        at[GROWTHROW_ARMC] < 0)
        return missing("there is no column of a measure",
                       "needed: weight, lenhei, headc or armc; another name is told by --column "
                       "weight=HEADING",
                       file, e);
    return true;
}

bool growthrow_find(struct growthrow_header *h, const struct csv_record *names,
                    const char *const heading[GROWTHROW_COLUMNS], const char *file, struct err *e)
{
    char text[200];
    for (int i = 0; i < GROWTHROW_COLUMNS; i++) {
        const char *name = heading[i] ? heading[i] : growthrow_names[i];
        h->at[i] = position(names, name);
        snprintf(text, sizeof text,
                 h->at[i] == -2 ? "the column '%s' stands there twice" : "there is no column '%s'", name);
        if (h->at[i] == -2)
            return missing(text, "rename one of them, so that it is clear which is meant", file, e);
        if (h->at[i] == -1 && heading[i])
            return missing(text, "--column names it so; case and blanks do not count", file, e);
    }
    return needed(h, file, e);
}

/* --- values --- */

void growthrow_fault(struct growthrow *g, enum growthrow_column column, enum reason reason)
{
    if (g->faults < sizeof g->fault / sizeof *g->fault)
        g->fault[g->faults++] = (struct growthrow_fault){column, reason};
}

static struct str field(const struct growthrow_header *h, const struct csv_record *row,
                        enum growthrow_column column)
{
    return h->at[column] < 0 ? STR("") : str_trim(row->field[h->at[column]]);
}

/* Digits with at most one mark, point or comma. */
static bool decimal(struct str s, double *value)
{
    static const double ten_to[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    enum { EXACT = 15 }; /* so many digits, and that power of ten, are exact in a double */
    int64_t digits = 0;
    size_t seen = 0, behind = 0;
    bool mark = false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c >= '0' && c <= '9') {
            seen++;
            if (seen > EXACT && !mark)
                return false;
            if (seen <= EXACT) { /* further ones are beyond what can be measured */
                digits = digits * 10 + (c - '0');
                behind += mark;
            }
        } else if ((c == '.' || c == ',') && !mark) {
            mark = true;
        } else {
            return false;
        }
    }
    *value = (double)digits / ten_to[behind];
    return seen > 0;
}

/* A number that is not negative. False when there is none; what is no number is a fault. */
static bool number(struct growthrow *g, enum growthrow_column column, struct str text, double *value)
{
    if (text.len == 0)
        return false;
    if (decimal(text, value))
        return true;
    double positive;
    if (text.ptr[0] == '-' && decimal((struct str){text.ptr + 1, text.len - 1}, &positive))
        growthrow_fault(g, column, REASON_number_negative);
    else if (number_word(text) == NUMBER_ERROR)
        growthrow_fault(g, column, REASON_cell_error);
    else if (number_word(text) == NUMBER_VALUE)
        growthrow_fault(g, column, REASON_number_invalid);
    return false;
}

/* kg or cm; 0 where nothing was measured. */
static double measured(struct growthrow *g, const struct growthrow_header *h, const struct csv_record *row,
                       enum growthrow_column column)
{
    enum { MOST = 1000 };
    double value = 0;
    if (!number(g, column, field(h, row, column), &value) || value < MOST)
        return value;
    growthrow_fault(g, column, REASON_number_range);
    return 0;
}

static bool day(struct growthrow *g, enum growthrow_column column, struct str text, int *days)
{
    struct date d;
    enum date_state state = date_read(text, &d);
    if (state == DATE_MISSING)
        growthrow_fault(g, column, REASON_date_missing);
    if (state == DATE_INVALID)
        growthrow_fault(g, column, REASON_date_invalid);
    if (state != DATE_READ && state != DATE_SERIAL)
        return false;
    *days = date_days(d);
    return true;
}

static int age_by_dates(struct growthrow *g, struct str birth, struct str measured_on)
{
    int from, to;
    bool read = day(g, GROWTHROW_BIRTH_DATE, birth, &from);
    if (!day(g, GROWTHROW_MEASURED_ON, measured_on, &to) || !read)
        return ZSCORE_NO_AGE;
    if (to < from)
        growthrow_fault(g, GROWTHROW_MEASURED_ON, REASON_date_order);
    return to < from ? ZSCORE_NO_AGE : to - from;
}

static int age_by_number(struct growthrow *g, enum growthrow_column column, struct str text, double unit)
{
    enum { MOST = 100000 }; /* days: whoever is older is older than five years */
    double value;
    if (!number(g, column, text, &value))
        return ZSCORE_NO_AGE;
    value = floor(value * unit + 0.5);
    return value < MOST ? (int)value : MOST;
}

/* By the first of days, dates and months that is filled in. */
static int age(struct growthrow *g, const struct growthrow_header *h, const struct csv_record *row)
{
    struct str days = field(h, row, GROWTHROW_AGE_DAYS), months = field(h, row, GROWTHROW_AGE_MONTHS);
    struct str birth = field(h, row, GROWTHROW_BIRTH_DATE), on = field(h, row, GROWTHROW_MEASURED_ON);
    enum growthrow_column column = h->at[GROWTHROW_AGE_DAYS] >= 0      ? GROWTHROW_AGE_DAYS
                                   : h->at[GROWTHROW_MEASURED_ON] >= 0 ? GROWTHROW_MEASURED_ON
                                                                       : GROWTHROW_AGE_MONTHS;
    size_t faults = g->faults;
    int age = ZSCORE_NO_AGE;
    if (days.len > 0)
        age = age_by_number(g, column = GROWTHROW_AGE_DAYS, days, 1);
    else if (birth.len > 0 || (on.len > 0 && months.len == 0))
        age = age_by_dates(g, birth, on), column = GROWTHROW_MEASURED_ON;
    else if (months.len > 0)
        age = age_by_number(g, column = GROWTHROW_AGE_MONTHS, months, ZSCORE_MONTH);
    if (age == ZSCORE_NO_AGE && faults == g->faults)
        growthrow_fault(g, column, REASON_date_missing);
    if (age > ZSCORE_LAST_DAY)
        growthrow_fault(g, column, REASON_age_over);
    return age;
}

static bool sex_of(struct str text, enum zscore_sex *sex)
{
    char c = text.len == 1 ? text.ptr[0] : 0;
    char word = c == 'M' || c == 'm' ? 'L' : c == 'F' || c == 'f' ? 'P' : stage_sex(text);
    double number = 0;
    if (!word && decimal(text, &number)) /* 1.0, as programs write it that know no whole numbers */
        word = number == 1 ? 'L' : number == 2 ? 'P' : 0;
    *sex = word == 'P' ? ZSCORE_GIRL : ZSCORE_BOY;
    return word != 0;
}

static void position_and_oedema(struct growthrow *g, struct str measure, struct str oedema)
{
    g->child.position = measure_position(measure);
    if (!g->child.position && number_word(measure) == NUMBER_VALUE)
        growthrow_fault(g, GROWTHROW_MEASURE, REASON_position_invalid);
    if (zscore_too_young_to_stand(&g->child))
        growthrow_fault(g, GROWTHROW_MEASURE, REASON_position_early);
    g->child.oedema = measure_yes(oedema);
    if (!g->child.oedema && number_word(oedema) == NUMBER_VALUE && !strchr("NnTt20", oedema.ptr[0]))
        growthrow_fault(g, GROWTHROW_OEDEMA, REASON_oedema_invalid);
}

void growthrow_read(struct growthrow *g, const struct growthrow_header *h, const struct csv_record *row)
{
    g->faults = 0;
    g->child = (struct zscore_child){0};
    g->sex_known = sex_of(field(h, row, GROWTHROW_SEX), &g->child.sex);
    if (!g->sex_known)
        growthrow_fault(g, GROWTHROW_SEX, REASON_sex_invalid);
    g->child.age_days = age(g, h, row);
    g->child.weight = measured(g, h, row, GROWTHROW_WEIGHT);
    g->child.height = measured(g, h, row, GROWTHROW_LENHEI);
    g->child.head = measured(g, h, row, GROWTHROW_HEADC);
    g->child.arm = measured(g, h, row, GROWTHROW_ARMC);
    position_and_oedema(g, field(h, row, GROWTHROW_MEASURE), field(h, row, GROWTHROW_OEDEMA));
}

void growthrow_short(struct growthrow *g)
{
    g->faults = 0;
    g->sex_known = false;
    g->child = (struct zscore_child){.age_days = ZSCORE_NO_AGE};
    growthrow_fault(g, GROWTHROW_COLUMNS, REASON_row_short);
}
