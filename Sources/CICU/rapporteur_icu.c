#include "rapporteur_icu.h"
