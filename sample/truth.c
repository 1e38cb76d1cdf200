#include "truth.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LEAD "file,sheet,row,cell,"

static const struct {
    const char *name, *columns;
} files[] = {
    [KIND_COVERAGE] =
        {"coverage", "indicator,region,puskesmas,period,sex,age_group,state,numerator,denominator,reported"},
    [KIND_MEASUREMENT] = {"measurement",
                          "region,puskesmas,period,measured_on,sex,age_days,weight,height,position,"
                          "muac,haz,ha_status,haz_reported"},
    [KIND_SERVICE] = {"service", "subject,region,period,service,state"},
    [KIND_ASSESSMENT] = {"assessment", "region,period,item,assessor,role,grade,remark"},
    [KIND_COUNT] = {"remarks", "severity,code"},
};

bool truth_open(struct truth *t, const char *dir, struct err *e)
{
    *t = (struct truth){0};
    for (int k = 0; k <= KIND_COUNT; k++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s.csv", dir, files[k].name);
        struct out *o = out_open(path, e);
        if (k == KIND_COUNT)
            t->remark = o;
        else
            t->kind[k] = o;
        if (!o)
            return false;
        out_write(o, LEAD, strlen(LEAD));
        out_write(o, files[k].columns, strlen(files[k].columns));
        out_line(o);
    }
    return true;
}

static void put(struct out *o, const char *text)
{
    out_comma(o);
    out_field(o, str_c(text));
}

static void lead(struct out *o, const struct where *w, const char *cell)
{
    char row[16];
    snprintf(row, sizeof row, "%d", w->row);
    out_field(o, str_c(w->file));
    put(o, w->sheet);
    put(o, row);
    put(o, cell);
}

void truth_record(struct truth *t, enum kind kind, const struct where *w, const char *cell, ...)
{
    struct out *o = t->kind[kind];
    va_list args;
    va_start(args, cell);
    lead(o, w, cell);
    for (const char *text = va_arg(args, const char *); text; text = va_arg(args, const char *))
        put(o, text);
    va_end(args);
    out_line(o);
    t->records++;
}

static void write_remark(struct truth *t, const struct where *w, const char *cell, enum severity severity,
                         enum reason reason)
{
    lead(t->remark, w, cell);
    put(t->remark, severity_name(severity));
    put(t->remark, reasons[reason].code);
    out_line(t->remark);
    t->remarks++;
}

void truth_remark(struct truth *t, const struct where *w, const char *cell, enum reason reason)
{
    write_remark(t, w, cell, reasons[reason].severity, reason);
}

void truth_also(struct truth *t, const struct where *w, const char *cell, enum reason reason)
{
    write_remark(t, w, cell, SEV_ALSO, reason);
}

bool truth_close(struct truth *t, bool good, struct err *e)
{
    for (int k = 0; k <= KIND_COUNT; k++) {
        struct out *o = k == KIND_COUNT ? t->remark : t->kind[k];
        if (good)
            good = out_commit(o, e);
        else
            out_abandon(o);
    }
    return good;
}
