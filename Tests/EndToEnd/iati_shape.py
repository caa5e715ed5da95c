"""The form of an activity file of the aid-data standard, version 2.03, as a check that needs no schema file.

Element names, their order, how often each may stand, attributes that must and may stand, and the lexical forms of days, decimals and
booleans. Written from the standard's documentation; where the official schema is at hand (RAPPORTEUR_IATI_XSD names
iati-activities-schema.xsd, with its two companions beside it, and lxml is installed) that is used as well.
"""
import datetime
import re
import xml.etree.ElementTree as ElementTree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
N1, N0 = "narrative+", "narrative*"
SHAPE = """
iati-activities: @version! @generated-datetime @linked-data-default iati-activity+
iati-activity: @last-updated-datetime.t @lang @default-currency @humanitarian.b @hierarchy.i @linked-data-uri @budget-not-provided
 iati-identifier reporting-org title description+ participating-org+ other-identifier* activity-status activity-date+ contact-info*
 activity-scope? recipient-country* recipient-region* location* sector* tag* country-budget-items? humanitarian-scope* policy-marker*
 collaboration-type? default-flow-type? default-finance-type? default-aid-type* default-tied-status? budget* planned-disbursement*
 capital-spend? transaction* document-link* related-activity* legacy-data* conditions? result* crs-add? fss?
iati-identifier: #
narrative: @lang #
reporting-org: @ref! @type! @secondary-reporter.b narrative+
title: narrative+
description: @type narrative+
participating-org: @ref @type @role! @activity-id @crs-channel-code narrative*
other-identifier: @ref! @type! owner-org?
owner-org: @ref narrative*
activity-status: @code!
activity-date: @type! @iso-date!d narrative*
contact-info: @type organisation? department? person-name? job-title? telephone* email* website* mailing-address*
organisation: narrative+
department: narrative+
person-name: narrative+
job-title: narrative+
mailing-address: narrative+
telephone: #
email: #
website: #
activity-scope: @code!
recipient-country: @code! @percentage.n narrative*
recipient-region: @code! @vocabulary @vocabulary-uri @percentage.n narrative*
location: @ref location-reach? location-id* name? description? activity-description? administrative* point? exactness? location-class?
 feature-designation?
location-reach: @code!
location-id: @vocabulary! @code!
name: narrative+
activity-description: narrative+
administrative: @vocabulary! @code! @level.i
point: @srsName! pos
pos: #
exactness: @code!
location-class: @code!
feature-designation: @code!
sector: @vocabulary @vocabulary-uri @code! @percentage.n narrative*
tag: @vocabulary! @vocabulary-uri @code! narrative*
country-budget-items: @vocabulary! budget-item+
budget-item: @code! @percentage.n description?
humanitarian-scope: @type! @vocabulary! @vocabulary-uri @code! narrative*
policy-marker: @vocabulary @vocabulary-uri @code! @significance narrative*
collaboration-type: @code!
default-flow-type: @code!
default-finance-type: @code!
default-aid-type: @code! @vocabulary
default-tied-status: @code!
budget: @type @status period-start period-end value
period-start: @iso-date!d
period-end: @iso-date!d
value: @currency @value-date!d #n
planned-disbursement: @type period-start period-end? value provider-org? receiver-org?
provider-org: @ref @type @provider-activity-id narrative*
receiver-org: @ref @type @receiver-activity-id narrative*
capital-spend: @percentage!n
transaction: @ref @humanitarian.b transaction-type transaction-date value description? provider-org? receiver-org? disbursement-channel? sector*
 recipient-country? recipient-region? flow-type? finance-type? aid-type* tied-status?
transaction-type: @code!
transaction-date: @iso-date!d
disbursement-channel: @code!
flow-type: @code!
finance-type: @code!
aid-type: @code! @vocabulary
tied-status: @code!
document-link: @url! @format! title description? category+ language* document-date?
category: @code!
language: @code!
document-date: @iso-date!d
related-activity: @ref! @type!
legacy-data: @name! @value! @iati-equivalent
conditions: @attached!b condition*
condition: @type! narrative+
result: @type! @aggregation-status.b title description? document-link* reference* indicator+
reference: @vocabulary! @code! @vocabulary-uri @indicator-uri
indicator: @measure! @ascending.b @aggregation-status.b title description? document-link* reference* baseline* period*
baseline: @year!i @iso-date.d @value location* dimension* document-link* comment?
dimension: @name @value
comment: narrative+
period: period-start period-end target* actual*
target: @value location* dimension* comment? document-link*
actual: @value location* dimension* comment? document-link*
crs-add: other-flags* loan-terms? loan-status? channel-code?
other-flags: @code! @significance!b
loan-terms: @rate-1.n @rate-2.n repayment-type? repayment-plan? commitment-date? repayment-first-date? repayment-final-date?
repayment-type: @code!
repayment-plan: @code!
commitment-date: @iso-date!d
repayment-first-date: @iso-date!d
repayment-final-date: @iso-date!d
loan-status: @year!n @currency @value-date!d interest-received? principal-outstanding? principal-arrears? interest-arrears?
interest-received: #n
principal-outstanding: #n
principal-arrears: #n
interest-arrears: #n
channel-code: #
fss: @extraction-date!d @priority.b @phaseout-year.n forecast*
forecast: @year!n @value-date.d @currency #n
"""


def table():
    rules = {}
    for line in re.sub(r"\n ", " ", SHAPE).strip().splitlines():
        name, rest = line.split(": ", 1)
        attributes, children, text = {}, [], None
        for word in rest.split():
            if word.startswith("#"):
                text = word[1:]
            elif word.startswith("@"):
                key, mark, form = re.match(r"@([A-Za-z0-9-]+)([!.]?)([a-z]?)$", word).groups()
                attributes[LANG if key == "lang" else key] = (mark == "!", form)
            else:
                child, count = re.match(r"([a-z0-9-]+)([?*+]?)$", word).groups()
                children.append((child, count in ("", "+"), count in ("*", "+")))
        rules[name] = (attributes, children, text)
    return rules


RULES = table()


def fits(form, text):
    if form == "n":
        return re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", text.strip()) is not None
    if form == "d":
        try:
            return len(text) == 10 and bool(datetime.date.fromisoformat(text))
        except ValueError:
            return False
    if form == "t":
        return fits("d", text[:10]) and re.fullmatch(
            r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", text[10:]) is not None
    if form == "b":
        return text in ("0", "1", "true", "false")
    if form == "i":
        return re.fullmatch(r"\d+", text) is not None
    return True


def faults(element, path=""):
    """Everything in which an element and what is below it is not as the standard says."""
    name = element.tag
    path = f"{path}/{name}"
    if name not in RULES:
        return [f"{path}: no element of the standard"]
    attributes, children, text = RULES[name]
    found = []
    for key, value in element.attrib.items():
        if key not in attributes:
            found.append(f"{path}: attribute {key}")
        elif not fits(attributes[key][1], value):
            found.append(f"{path}: {key} is {value!r}")
    found += [f"{path}: lacks attribute {key}" for key, (needed, _) in attributes.items() if needed and key not in element.attrib]
    if text is None and (element.text or "").strip():
        found.append(f"{path}: text {element.text.strip()[:30]!r}")
    if text == "n" and not fits("n", element.text or ""):
        found.append(f"{path}: {element.text!r} is no decimal")
    order = {child: place for place, (child, _, _) in enumerate(children)}
    last = -1
    for child in element:
        place = order.get(child.tag)
        if place is None:
            found.append(f"{path}: {child.tag} has no place here")
            continue
        if place < last:
            found.append(f"{path}: {child.tag} stands too late")
        last = max(last, place)
        found += faults(child, path)
    for child, needed, repeated in children:
        count = sum(1 for entry in element if entry.tag == child)
        if needed and count == 0:
            found.append(f"{path}: lacks {child}")
        if not repeated and count > 1:
            found.append(f"{path}: {count} times {child}")
    return found


def check(path, limit=20):
    return faults(ElementTree.parse(path).getroot())[:limit]


def schema_faults(path, schema):
    """What the official schema says; the caller looks whether there is one."""
    from lxml import etree
    validator = etree.XMLSchema(etree.parse(schema))
    document = etree.parse(path)
    return [] if validator.validate(document) else [str(entry) for entry in validator.error_log][:20]
