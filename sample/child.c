#include "child.h"

#include "day.h"

#include <math.h>

/* Nine months: below, "standing" is not believed. */
enum { STANDS_FROM = 274, TWO_YEARS = 731 };

/* Median weight in kg for a length in cm, near enough to draw a plausible weight. */
static double usual_weight(double cm)
{
    static const double kg[] = {2.4,  3.3,  4.5,  5.9,  7.3,  8.4,  9.5, 10.4,
                                11.5, 12.8, 14.1, 15.4, 16.9, 18.5, 20.4};
    double at = (fmin(fmax(cm, 45), 114.9) - 45) / 5;
    int i = (int)at;
    return kg[i] + (kg[i + 1] - kg[i]) * (at - i);
}

static int height_at(const struct sample *s, const struct child *c, double z)
{
    int age = c->measured - c->born;
    return (int)lround(s->catalogue.length[c->girl][age].m * (1 + s->catalogue.length[c->girl][age].s * z) *
                       10);
}

struct child child_draw(struct sample *s, struct rng *r, const struct regency *g, const struct village *v)
{
    struct child c = {.village = v, .has_height = true};
    int age = rng_between(r, 20, CHILD_OLDEST - 6);
    c.girl = rng_chance(r, 0.49);
    c.measured = day_of(s->year, 8, rng_between(r, 1, 28));
    c.born = c.measured - age;
    spell_person(r, c.name);
    spell_person(r, c.parent);
    spell_nik(v->code, c.born, c.girl, ++s->serial, c.nik);
    c.position = age < TWO_YEARS ? 'l' : 'h';
    if (rng_chance(r, 0.06))
        c.position = ' ';
    else if (age > 240 && rng_chance(r, 0.06))
        c.position = c.position == 'l' ? 'h' : 'l';
    c.height = height_at(s, &c, fmin(3.2, fmax(-4.6, rng_normal(r, g->quality.haz, 1.15))));
    double heavy = fmin(1.8, fmax(-1.8, rng_normal(r, -0.3, 0.8)));
    c.weight = (int)lround(usual_weight(c.height / 10.0) * (1 + 0.085 * heavy) * 10);
    c.muac = rng_chance(r, 0.5) ? rng_between(r, 115, 165) : 0;
    return c;
}

void child_make_implausible(const struct sample *s, struct child *c)
{
    c->position = ' ';
    c->height = height_at(s, c, 6.6);
    c->weight = (int)lround(usual_weight(c->height / 10.0) * 0.86 * 10);
}

void child_make_old(struct sample *s, struct rng *r, struct child *c)
{
    c->born = c->measured - rng_between(r, LAST_DAY + 20, LAST_DAY + 400);
    spell_nik(c->village->code, c->born, c->girl, ++s->serial, c->nik);
}

bool child_haz(const struct sample *s, const struct child *c, long *haz)
{
    int age = c->measured - c->born;
    if (!c->has_height || age < 0 || age > LAST_DAY)
        return false;
    double cm = c->height / 10.0;
    if (age < TWO_YEARS && age >= STANDS_FROM && c->position == 'h')
        cm += 0.7;
    if (age >= TWO_YEARS && c->position == 'l')
        cm -= 0.7;
    *haz = lround((cm / s->catalogue.length[c->girl][age].m - 1) / s->catalogue.length[c->girl][age].s * 100);
    return true;
}

const char *child_status(long haz)
{
    return haz < -300 ? "Sangat pendek" : haz < -200 ? "Pendek" : haz <= 300 ? "Normal" : "Tinggi";
}
