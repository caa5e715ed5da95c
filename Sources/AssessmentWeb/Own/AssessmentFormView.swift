import Assessments
import Domain
import Frame
import Locales
import Markup

/// The form of an assessment: of what, in which scheme, at what day, with which reasons and evidence.
struct AssessmentFormView {
    static let evidenceFields = 8

    let view: View
    let visit: Visit
    let offer: AssessmentOffer
    let draft: AssessmentDraft?
    /// Of a draft that is changed.
    var id: AssessmentID?
    var version: Int?

    static func new(_ visit: Visit, _ assessments: Assessments) async throws(WebError) -> Answer {
        let view = View(visit)
        guard let thing = visit.exchange.query.first("thing").flatMap({ AssessedThing($0) }) else {
            throw .invalid([.init(name: "thing", allowed: "assess.thingUnknown")])
        }
        let statement = visit.exchange.query.first("statement").flatMap { Int64($0) }
        let (offer, said) = try await visit.run { () throws(WorkspaceError) in
            let offer = try await assessments.offer(thing, visit.exchange.language, visit.member)
            guard let statement else { return (offer, nil as StateStatement?) }
            return (offer, try await assessments.statement(statement, visit.member))
        }
        let draft = said.map { said in
            AssessmentDraft(
                thing: said.thing, scheme: SchemeCode(.planStatus), value: said.status, day: said.stated,
                reasons: [
                    AssessmentReason(
                        language: LanguageTag.official.contains(visit.workspace.language)
                            ? visit.workspace.language : .english, isOriginal: true, text: said.reason)
                ], statement: said.id)
        }
        return await AssessmentFormView(view: view, visit: visit, offer: offer, draft: draft).page()
    }

    static func edit(_ visit: Visit, _ assessments: Assessments) async throws(WebError) -> Answer {
        let id: AssessmentID = try visit.id()
        let (own, offer) = try await visit.run { () throws(WorkspaceError) in
            let own = try await assessments.own(id, visit.member)
            guard own.status == .draft else { throw .invalid("assessment", "assess.publishedStays") }
            return (own, try await assessments.offer(own.draft.thing, visit.exchange.language, visit.member))
        }
        return await AssessmentFormView(
            view: View(visit), visit: visit, offer: offer, draft: own.draft, id: id, version: own.version
        ).page()
    }

    private func page() async -> Answer {
        let title = view.say(id == nil ? "assess.new" : "assess.change")
        var head = PageHead(title: title, place: .assessments)
        head.crumbs = [(view.address(visit.path("/assessments")), view.say("assess.title"))]
        return await view.page(head) {
            view.pageHead(kicker: view.assessorName(offer.voice.assessor, offer.voice.name), title)
            thing()
            form()
        }
    }

    private var html: HTMLWriter { view.html }

    private func thing() {
        html.element(.div, .class("record-quote")) {
            html.element(.p, .class("hint")) {
                view.link(
                    view.address(offer.facts.thing.path),
                    offer.facts.place.isEmpty ? view.say("assess.what") : offer.facts.place)
            }
            html.element(
                .p, .custom("lang", offer.facts.language?.rawValue), .dir("auto"), text: offer.facts.title)
        }
    }

    private func form() {
        let path = id.map { "/assessments/\($0)/edit" } ?? "/assessments"
        view.workForm(view.address(visit.path(path)), version: version) {
            view.hiddenField("thing", offer.facts.thing.text)
            if let statement = draft?.statement { view.hiddenField("statement", String(statement)) }
            if !offer.facts.parts.isEmpty { parts() }
            values()
            view.dayField(
                "day", view.say("assess.dayField"), draft?.day.description ?? "", hint: view.say("assess.dayHint"))
            reasons()
            evidence()
            html.element(.p) { view.submitButton(view.say("assess.saveDraft")) }
            html.element(.p, .class("hint"), text: view.say("assess.draftOnly"))
        }
    }

    private func parts() {
        let options = offer.facts.parts.map { part in
            (String(part.id), "(\(part.label)) " + String(part.text.prefix(80)))
        }
        view.select(
            "part", view.say("assess.part"), [("0", view.say("assess.whole"))] + options,
            chosen: String(draft?.part ?? 0))
    }

    /// All schemes with all their values: what is chosen is a value of one scheme.
    private func values() {
        html.element(.fieldset, .class("entry")) {
            html.element(.legend, .class("label"), text: view.say("assess.schemeAndValue"))
            for scheme in StandardScheme.choices(for: offer.voice.assessor) {
                group(view.say("scheme.\(scheme.rawValue)"), scheme.values, SchemeCode(scheme), nil)
            }
            for scheme in offer.schemes {
                group(
                    view.schemeName(scheme.code, scheme.content), scheme.content.values.map(\.code), scheme.code,
                    scheme.content)
            }
        }
    }

    private func group(_ name: String, _ values: [String], _ scheme: SchemeCode, _ content: SchemeContent?) {
        html.element(.div, .class("scheme-choice")) {
            html.element(.p, .class("hint"), .dir("auto"), text: name)
            for value in values {
                let field = "\(scheme.rawValue):\(value)"
                html.element(.div, .class("tickable")) {
                    html.empty(
                        .input, .type("radio"), .id("v-" + field.replacing(":", with: "-")), .name("value"),
                        .value(field), .checked(draft?.scheme == scheme && draft?.value == value))
                    html.element(
                        .label, .for("v-" + field.replacing(":", with: "-")), .dir("auto"),
                        text: view.valueWords(value, scheme, content))
                }
            }
        }
    }

    /// The six languages: one is enough.
    private func reasons() {
        let given = Dictionary(
            (draft?.reasons ?? []).map { ($0.language, $0) }, uniquingKeysWith: { first, _ in first })
        let original = given.values.first(where: \.isOriginal)?.language ?? firstLanguage
        view.select(
            "original", view.say("assess.original"),
            LanguageTag.official.map { ($0.rawValue, view.names.endonym($0.rawValue)) }, chosen: original.rawValue)
        html.element(.p, .class("hint"), text: view.say("assess.reasonHint"))
        for tag in [original] + LanguageTag.official.filter({ $0 != original }) {
            let name = view.names.endonym(tag.rawValue)
            let field = {
                view.textArea(
                    "reason-\(tag.rawValue)", view.say("assess.reasonIn", ["language": .text(name)]),
                    given[tag]?.text ?? "", language: tag.rawValue, rows: 6)
            }
            if tag == original { field() } else { view.fold(name, isOpen: given[tag] != nil, content: field) }
        }
    }

    private var firstLanguage: LanguageTag {
        LanguageTag.official.contains(visit.exchange.language) ? visit.exchange.language : .english
    }

    private func evidence() {
        let own = (draft?.evidence ?? []).filter { $0.kind != .evidence }
        let kinds = [
            ("link", view.say("assess.evidenceKind.link")), ("document", view.say("assess.evidenceKind.document")),
        ]
        html.element(.fieldset, .class("entry")) {
            html.element(.legend, .class("label"), text: view.say("assess.evidence"))
            html.element(.p, .class("hint"), text: view.say("assess.evidenceHint"))
            for place in 1...Self.evidenceFields where place <= max(3, own.count + 1) {
                let link = place <= own.count ? own[place - 1] : nil
                html.element(.div, .class("evidence-row")) {
                    view.select(
                        "evidenceKind-\(place)", view.say("assess.evidenceKindField", ["number": .number(place)]),
                        kinds,
                        chosen: link?.kind.rawValue ?? "link")
                    view.textField(
                        "evidence-\(place)", view.say("assess.evidenceAddressField", ["number": .number(place)]),
                        link?.address ?? "", most: EvidenceLink.addressCharactersMax, direction: "ltr")
                    view.textField(
                        "evidenceTitle-\(place)", view.say("assess.evidenceTitleField", ["number": .number(place)]),
                        link?.title ?? "", most: EvidenceLink.titleCharactersMax)
                }
            }
            cleared()
        }
    }

    private func cleared() {
        guard !offer.evidence.isEmpty else { return }
        let chosen = Set((draft?.evidence ?? []).filter { $0.kind == .evidence }.map(\.address))
        html.element(.p, .class("hint"), text: view.say("assess.evidencePublic"))
        for (place, link) in offer.evidence.prefix(30).enumerated() {
            html.element(.div, .class("tickable")) {
                html.empty(
                    .input, .type("checkbox"), .id("key-\(place)"), .name("evidenceKey"), .value(link.address),
                    .checked(chosen.contains(link.address)))
                html.element(.label, .for("key-\(place)"), .dir("auto"), text: link.title)
            }
        }
    }
}
