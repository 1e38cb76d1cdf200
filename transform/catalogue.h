/* catalogue.h - the codes of indicators and services that may occur, from etc/catalogue. */
#ifndef KP2S_CATALOGUE_H
#define KP2S_CATALOGUE_H

#include "err.h"
#include "str.h"

enum indicator_type {
    INDICATOR_RATIO,
    INDICATOR_COUNT,
    INDICATOR_YES_NO,
    INDICATOR_TIMES,
    INDICATOR_PERCENT
};

struct indicator {
    struct str code;
    enum indicator_type type;
    bool fraction; /* what is counted may be divided: rupiah, m3 */
    bool percent;  /* the unit is percent */
};

struct service {
    struct str code, subject; /* subject: bumil, anak, paud, keluarga, penduduk */
    bool quarterly;           /* recorded by quarter; others are lists for any period */
};

struct catalogue {
    struct arena text;
    struct indicator *indicator;
    struct service *service;
    size_t indicators, services;
};

/* Reads indicators.csv and services.csv of the folder. */
bool catalogue_open(struct catalogue *c, const char *folder, struct err *e);
void catalogue_close(struct catalogue *c);
/* NULL when the code is unknown. */
const struct indicator *catalogue_indicator(const struct catalogue *c, struct str code);
const struct service *catalogue_service(const struct catalogue *c, struct str code);
/* Whether some service is for that subject. */
bool catalogue_subject(const struct catalogue *c, struct str subject);

#endif
