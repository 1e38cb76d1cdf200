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

static bool open_findings(struct truth *t, const char *dir, struct err *e)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/findings.csv", dir);
    t->finding = out_open(path, e);
    if (!t->finding)
        return false;
    out_write(t->finding, LEAD "kind,indicator,region", strlen(LEAD "kind,indicator,region"));
    out_line(t->finding);
    return true;
}

bool truth_open(struct truth *t, const char *dir, bool findings, struct err *e)
{
    *t = (struct truth){0};
    if (findings && !open_findings(t, dir, e))
        return false;
    for (int k = 0; k <= KIND_COUNT; k++) {
        char path[PATH_MAX];
        if (!files[k].name) /* the sample has no such forms */
            continue;
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

void truth_finding(struct truth *t, const char *const *fields, int n)
{
    out_field(t->finding, str_c(fields[0]));
    for (int i = 1; i < n; i++)
        put(t->finding, fields[i]);
    out_line(t->finding);
}

bool truth_close(struct truth *t, bool good, struct err *e)
{
    for (int k = 0; k <= KIND_COUNT + 1; k++) {
        struct out *o = k < KIND_COUNT ? t->kind[k] : k == KIND_COUNT ? t->remark : t->finding;
        if (!o)
            continue;
        if (good)
            good = out_commit(o, e);
        else
            out_abandon(o);
    }
    return good;
}
