/* words.h - figures and dates as readers write them, and the official names of things: in Indonesian, or in
 * English once words_speak() said so. Texts live in the arena given. */
#ifndef KP2S_REPORT_WORDS_H
#define KP2S_REPORT_WORDS_H

#include "str.h"

enum lang { LANG_ID, LANG_EN };

/* The language of all that follows; the beginning is Indonesian. */
void words_speak(enum lang lang);
enum lang words_lang(void);
/* Which of the two it is. */
const char *words_say(const char *indonesian, const char *english)
    __attribute__((format_arg(1), format_arg(2)));

/* 1234.567 with two decimals: "1.234,57", in English "1,234.57"; rounded half away from zero. */
const char *words_number(struct arena *a, double value, int decimals);
/* Seconds since 1970 as a day in western Indonesian time (UTC+7): "21 November 2026". */
const char *words_date(struct arena *a, long long epoch);
/* The moment at which that day began. */
long long words_day(long long epoch);
/* "Kabupaten Kapuas" → "Kapuas"; a Kota keeps its word, for a kabupaten may bear the same name. */
const char *words_short(const char *region);
/* "aksi" → "Aksi", "konvergensi" → "Konvergensi"; a name it does not know stays as it is. */
const char *words_component(const char *component);
/* What a component measures, one sentence. */
const char *words_component_meaning(const char *component);
/* The official title of Aksi 1 to 8; "" for others. */
const char *words_aksi(int aksi);
/* "reject" → "ditolak", … */
const char *words_severity(const char *severity);

#endif
