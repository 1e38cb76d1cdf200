/* Which forms there are, and the writing of those that --forms names. */
#include "form.h"

#include <stdio.h>
#include <string.h>

/* --- the forms of a whole sample, by name --- */

static bool coverage_one(struct sample *s, const struct regency *g, const struct form *form, struct err *e)
{
    return coverage_write_form(s, g, form->layout, e);
}

static bool measure_one(struct sample *s, const struct regency *g, const struct form *form, struct err *e)
{
    (void)form;
    return measure_write(s, g, e) && measure_write_new(s, g, e);
}

static bool service_one(struct sample *s, const struct regency *g, const struct form *form, struct err *e)
{
    (void)form;
    return service_write(s, g, e);
}

static bool panel_one(struct sample *s, const struct regency *g, const struct form *form, struct err *e)
{
    (void)g;
    (void)form;
    return !s->catalogue.instrument.found || panel_write(s, e);
}

static const struct form forms_first[] = {
    {.layout = "dinkes-cakupan", .write = coverage_one},
    {.layout = "dinsos-cakupan", .write = coverage_one},
    {.layout = "pupr-cakupan", .write = coverage_one},
    {.layout = "dppkb-cakupan", .write = coverage_one},
    {.layout = "disdik-cakupan", .write = coverage_one},
    {.layout = "dukcapil-akta", .write = coverage_one},
    {.layout = "dinkes-eppgbm", .write = measure_one},
    {.layout = "dpmd-konvergensi", .write = service_one},
    {.layout = "panel-nilai", .write = panel_one, .whole_province = true},
    {0},
};

const struct form *const form_groups[] = {
    forms_first,    forms_dinkes,   forms_profile, forms_dinsos,  forms_poor,   forms_pupr,
    forms_dukcapil, forms_dpmd,     forms_cadre,   forms_village, forms_opendk, forms_disdik,
    forms_bappeda,  forms_opendata, forms_siga,    forms_dppkb,   forms_others, NULL,
};

/* --- those that are named --- */

static bool named(const char *list, const char *layout)
{
    size_t length = strlen(layout);
    if (strcmp(list, "all") == 0)
        return true;
    for (const char *p = list; p; p = strchr(p, ','), p += p != NULL)
        if (strncmp(p, layout, length) == 0 && (p[length] == ',' || p[length] == '\0'))
            return true;
    return false;
}

bool form_list_known(const char *list, struct err *e)
{
    for (const char *p = list; p; p = strchr(p, ','), p += p != NULL) {
        bool found = strcmp(list, "all") == 0;
        size_t length = strcspn(p, ",");
        for (const struct form *const *group = form_groups; *group && !found; group++)
            for (const struct form *f = *group; f->layout && !found; f++)
                found = strlen(f->layout) == length && strncmp(f->layout, p, length) == 0;
        if (!found) {
            err_set(e, ST_USAGE, "no form '%.*s'", (int)length, p);
            return err_hint(e, "--forms takes ids of layouts with commas between them, or all");
        }
    }
    return true;
}

static bool write_form(struct sample *s, const struct form *f, size_t regencies, struct err *e)
{
    for (size_t i = 0; i < (f->whole_province ? 1 : regencies); i++)
        if (!(f->write ? f->write : form_write)(s, &s->province.regency[i], f, e))
            return false;
    return true;
}

bool form_write_list(struct sample *s, const char *list, size_t regencies, struct err *e)
{
    size_t n = regencies < s->province.regencies ? regencies : s->province.regencies;
    s->several = n > 1;
    for (const struct form *const *group = form_groups; *group; group++)
        for (const struct form *f = *group; f->layout; f++)
            if (named(list, f->layout) && !write_form(s, f, n, e))
                return false;
    return true;
}
