import CooperationRecords
import Domain
import Locales
import Plans
import Reference

/// Facts of cooperation, practices and consultations as sentences.
extension ItemWriting {
    /// A paragraph for each kind of fact, by day; only those of one treaty or mechanism where one is named.
    func cooperation(_ groups: StateFactKind.Group..., about: String? = nil) -> [DraftedParagraph] {
        groups.flatMap(\.kinds).flatMap { kind -> [DraftedParagraph] in
            let own = facts.cooperation.filter { fact in
                fact.content.kind == kind && (about.map { fact.content.about == $0 } ?? true)
            }
            return [false, true].compactMap { isNone in
                paragraph(own.filter { $0.content.isNone == isNone }, kind, isNone ? "none" : nil, about)
            }
        }
    }

    /// A list that runs on: what they have in common is said once, a source that says several of them is named once.
    private func paragraph(
        _ own: [CooperationFact], _ kind: StateFactKind, _ part: String?, _ about: String?
    ) -> DraftedParagraph? {
        if own.isEmpty { return nil }
        var (last, none) = ("", "")
        let sentences = own.enumerated().flatMap { place, fact -> [ReportSentence] in
            let source = [fact.content.source, fact.content.address].compactMap(\.self).joined(separator: ", ")
            let day = fact.content.isNone ? self.day(fact.content) : ""
            defer { (last, none) = (source, day) }
            // "None" with its day is said once for those that share it.
            let text = said(fact.content, isNoneSaid: !day.isEmpty && day == none)
            return self.sentences(
                fact, place == 0 ? titled(kind, text) : text, isLast: place + 1 == own.count,
                source == last || source.isEmpty ? [] : [source])
        }
        let key = ["facts", kind.rawValue, part, about].compactMap(\.self).joined(separator: "/")
        return DraftedParagraph(key, sentences, leave: 2)
    }

    private func sentences(
        _ fact: CooperationFact, _ said: String, isLast: Bool, _ footnotes: [String]
    ) -> [ReportSentence] {
        let (content, key) = (fact.content, "fact/\(fact.source.id)")
        let end: ReportWriter.ItemEnd = content.text.isEmpty ? (isLast ? .last : .more) : .quoted
        let entry = writer.item(key, said, end, [fact.source], footnotes: footnotes)
        if content.text.isEmpty { return [entry] }
        return [
            entry, writer.quote(key + "/text", Self.first(content.text), [fact.source], language: content.language),
        ]
    }

    private func titled(_ kind: StateFactKind, _ said: String) -> String {
        let what = writer.words("stateFact.kind.\(kind.rawValue)")
        return writer.words("report.say.fact", ["what": .text(what), "facts": .text(said)])
    }

    private func day(_ content: StateFactContent) -> String {
        (content.day ?? (content.isNone ? facts.today : nil)).map { writer.date($0) } ?? ""
    }

    private func said(_ content: StateFactContent, isNoneSaid: Bool) -> String {
        let (about, day) = (about(content), day(content))
        let phrase =
            if content.isNone {
                about.isEmpty ? "none" : isNoneSaid ? "about" : "noneAbout"
            } else if day.isEmpty {
                "about"
            } else {
                about.isEmpty ? "day" : "aboutDay"
            }
        return writer.words("report.say.fact.\(phrase)", ["about": .text(about), "day": .text(day)])
    }

    /// The treaty, mechanism, fund or cycle, with what tells it from others of its kind.
    private func about(_ content: StateFactContent) -> String {
        let name: String =
            switch content.kind.about {
            case .nothing: content.cycle.map { writer.words("stateFact.cycle", ["cycle": .number($0)]) } ?? ""
            case .treaty: writer.reference.treaty(content.about)?.names[writer.language] ?? content.about
            case .mechanism: writer.reference.name(of: MechanismCode(content.about), in: writer.language)
            case .words: content.about
            }
        var parts = [name]
        if content.kind.about != .nothing, content.kind.about != .treaty { parts.append(matter(content)) }
        if let grade = content.grade {
            parts.append(
                grade == "none"
                    ? writer.words("stateFact.grade.none") : writer.words("stateFact.grade", ["grade": .text(grade)]))
        }
        if let money = content.money { parts.append(writer.amount(money.minor, money.currency)) }
        return parts.filter { !$0.isEmpty }.joined(separator: writer.words("report.say.part"))
    }

    /// A bare number says that it is one.
    private func matter(_ content: StateFactContent) -> String {
        let isNumber = content.kind.about == .mechanism && content.matter.allSatisfy { $0.isASCII && $0.isNumber }
        guard isNumber, !content.matter.isEmpty else { return content.matter }
        return writer.words("report.say.fact.number", ["number": .text(content.matter)])
    }

    /// Consultations held, how many answers were given, and each contribution that is shown with its answer.
    var consultations: [DraftedParagraph] {
        facts.consultations.flatMap { consultation -> [DraftedParagraph] in
            let key = "consultation/\(consultation.id)"
            let all = consultation.contributions
            var sentences = [
                writer.sentence(
                    key,
                    consultation.closes.number >= facts.today.number
                        ? "report.say.consultationOpen" : "report.say.consultation",
                    [
                        "title": .text(consultation.title), "from": .text(writer.date(consultation.opens)),
                        "to": .text(writer.date(consultation.closes)), "count": .number(all.count),
                    ], [consultation.source])
            ]
            if !all.isEmpty {
                func count(_ answer: ContributionFact.Answer?) -> Argument {
                    .number(all.count { $0.answer == answer })
                }
                sentences.append(
                    writer.sentence(
                        key + "/answers", "report.say.consultationAnswers",
                        [
                            "taken": count(.takenUp), "partly": count(.partly), "not": count(.not), "open": count(nil),
                        ], [consultation.source]))
            }
            return [DraftedParagraph(key, sentences, leave: 1)]
                + all.map { contribution($0, of: consultation) }
        }
    }

    private func contribution(_ fact: ContributionFact, of consultation: ConsultationFact) -> DraftedParagraph {
        let key = "contribution/\(fact.id)"
        let source = fact.source(consultation.title)
        let who = Argument.text(fact.institution ?? writer.words("report.say.participant"))
        var sentences = [
            writer.sentence(key, "report.say.contribution", ["who": who], [source, consultation.source]),
            writer.quote(key + "/text", Self.first(fact.text), [source], language: fact.language),
        ]
        guard let answer = fact.answer else { return DraftedParagraph(key, sentences, leave: 4) }
        let phrase = (fact.answerWhy.isEmpty ? "report.say.answer." : "report.say.answerWhy.") + answer.rawValue
        sentences.append(writer.sentence(key + "/answer", phrase, [:], [source]))
        if !fact.answerWhy.isEmpty {
            sentences.append(
                writer.quote(key + "/why", Self.first(fact.answerWhy), [source], language: fact.answerLanguage))
        }
        return DraftedParagraph(key, sentences, leave: 4)
    }

    /// Published practices of the State.
    var practices: [DraftedParagraph] {
        facts.practices.compactMap { practice in
            guard let title = writer.text(practice.titles)?.text, let summary = writer.text(practice.summaries) else {
                return nil
            }
            let key = "practice/\(practice.id)"
            let named =
                practice.author.map {
                    writer.sentence(
                        key, "report.say.practiceBy", ["title": .text(title), "author": .text($0)], [practice.source])
                } ?? writer.sentence(key, "report.say.practice", ["title": .text(title)], [practice.source])
            return DraftedParagraph(
                key,
                [named]
                    + (summary.text.isEmpty
                        ? []
                        : [
                            writer.quote(
                                key + "/summary", Self.first(summary.text), [practice.source],
                                language: summary.language)
                        ]),
                leave: 3)
        }
    }

    /// The consent a need stands on.
    func consent(_ need: NeedFact) -> [ReportSentence] {
        guard let day = need.consented else { return [] }
        return [
            writer.sentence(
                "consent/\(need.id)", "report.say.consent",
                ["office": .text(need.office), "day": .text(writer.date(day)), "instrument": .text(need.instrument)],
                [need.source])
        ]
    }
}
