#include "words.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { WIB = 7 * 3600 };

static enum lang spoken;

void words_speak(enum lang lang)
{
    spoken = lang;
}

enum lang words_lang(void)
{
    return spoken;
}

const char *words_say(const char *indonesian, const char *english)
{
    return spoken == LANG_EN ? english : indonesian;
}

const char *words_number(struct arena *a, double value, int decimals)
{
    char plain[64], text[96];
    /* the nudge makes printf's half to even a half away from zero */
    snprintf(plain, sizeof plain, "%.*f", decimals, (value < 0 ? -value : value) + 1e-9);
    size_t whole = strcspn(plain, "."), used = 0;
    if (value < 0 && strspn(plain, "0.") < strlen(plain))
        text[used++] = '-';
    for (size_t i = 0; plain[i]; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            text[used++] = spoken == LANG_EN ? ',' : '.';
        text[used++] = plain[i] == '.' && spoken == LANG_ID ? ',' : plain[i];
    }
    return arena_cstr(a, (struct str){text, used});
}

const char *words_date(struct arena *a, long long epoch)
{
    static const char *const months[][12] = {{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
                                              "Agustus", "September", "Oktober", "November", "Desember"},
                                             {"January", "February", "March", "April", "May", "June", "July",
                                              "August", "September", "October", "November", "December"}};
    time_t moment = (time_t)(epoch + WIB);
    struct tm day;
    if (!gmtime_r(&moment, &day))
        return "";
    return arena_cstr(
        a, arena_printf(a, "%d %s %d", day.tm_mday, months[spoken][day.tm_mon], day.tm_year + 1900));
}

long long words_day(long long epoch)
{
    return (epoch + WIB) / 86400 * 86400 - WIB;
}

const char *words_short(const char *region)
{
    static const char *const prefixes[] = {"Kabupaten ", "KAB. "};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(region, prefixes[i], strlen(prefixes[i])) == 0)
            return region + strlen(prefixes[i]);
    return region;
}

static const struct {
    const char *code, *name[2], *meaning[2];
} components[] = {
    {"aksi",
     {"Aksi", "Actions"},
     {"nilai delapan Aksi Konvergensi dari tim penilai, dalam persen dari nilai maksimum instrumen",
      "the panel's score of the eight Convergence Actions, in per cent of the instrument's maximum"}},
    {"cakupan",
     {"Cakupan", "Coverage"},
     {"rata-rata capaian indikator terhadap targetnya; capaian yang melampaui target dihitung 100",
      "mean of what indicators reached of their targets; beyond the target counts as 100"}},
    {"konvergensi",
     {"Konvergensi", "Convergence"},
     {"layanan yang diterima ibu hamil dan anak 0–23 bulan, dalam persen dari yang seharusnya",
      "services received by pregnant women and children of 0–23 months, in per cent of those due"}},
    {"prevalensi",
     {"Prevalensi", "Prevalence"},
     {"100 dikurangi persentase balita stunting menurut pengukuran e-PPGBM",
      "100 less the percentage of stunted under-fives measured in e-PPGBM"}},
    {"data",
     {"Data", "Data"},
     {"formulir yang diterima, dalam persen dari formulir yang wajib dikirim",
      "forms received, in per cent of the forms due"}},
};
enum { COMPONENTS = sizeof components / sizeof *components };

const char *words_component(const char *component)
{
    for (size_t i = 0; i < COMPONENTS; i++)
        if (strcmp(component, components[i].code) == 0)
            return components[i].name[spoken];
    return component;
}

const char *words_component_meaning(const char *component)
{
    for (size_t i = 0; i < COMPONENTS; i++)
        if (strcmp(component, components[i].code) == 0)
            return components[i].meaning[spoken];
    return "";
}

const char *words_aksi(int aksi)
{
    static const char *const titles[][2] = {
        {"", ""},
        {"Analisis situasi", "Situation analysis"},
        {"Rencana kegiatan", "Activity plan"},
        {"Rembuk stunting", "Stunting meeting"},
        {"Peraturan bupati/wali kota", "Regulation of the regent or mayor"},
        {"Pembinaan pelaku", "Guidance of village workers"},
        {"Sistem manajemen data", "Data management system"},
        {"Pengukuran dan publikasi", "Measurement and publication"},
        {"Reviu kinerja tahunan", "Annual performance review"},
    };
    return aksi >= 1 && aksi <= 8 ? titles[aksi][spoken] : "";
}

const char *words_severity(const char *severity)
{
    static const struct {
        const char *code, *name[2];
    } names[] = {{"reject", {"ditolak", "rejected"}},
                 {"also", {"ditolak juga", "rejected, too"}},
                 {"repair", {"diperbaiki", "repaired"}},
                 {"note", {"catatan", "note"}}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(severity, names[i].code) == 0)
            return names[i].name[spoken];
    return severity;
}
