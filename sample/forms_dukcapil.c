/* Forms of the civil registry: certificates, identity cards of children, population by age. */
#include "form.h"

const struct form forms_dukcapil[] = {
    {0},
};
