import Domain
import Reference

/// What the record and the shipped facts already say of a State's cooperation. None of it is kept twice.
struct DerivedFacts {
    let state: StateCode
    let reference: ReferenceFacts

    /// By treaty: the year it was ratified in, or that nothing was done when the source was read.
    func treaties() -> [StateFact] {
        let origin = reference.origins.first { $0.file == "ratification.json" }
        let read = origin.flatMap { CalendarDate($0.date) }
        return reference.treaties.compactMap { treaty in
            var content: StateFactContent
            switch reference.status(of: state, treaty: treaty.code) {
            case .party(let year): content = StateFactContent(.ratification, day: CalendarDate(year: year))
            case .signatory: content = StateFactContent(.signature)
            case .noAction:
                content = StateFactContent(.ratification, day: read)
                content.isNone = true
            case .notLoaded: return nil
            }
            content.about = treaty.code
            content.source = origin?.source ?? "ratification.json"
            return fact(content, .reference)
        }
    }

    /// By session: that a review took place, since its report is in the record.
    func reviews(_ documents: [Document]) -> [StateFact] {
        var seen: Set<Int> = []
        return documents.compactMap { document in
            guard let cycle = document.cycle, isReview(document.mechanism), seen.insert(cycle).inserted else {
                return nil
            }
            let began = document.session.flatMap { reference.session($0)?.began }
            var content = StateFactContent(.reviewAttended, day: began ?? document.published)
            content.cycle = cycle
            content.matter = document.session.map { "\($0)" } ?? ""
            content.source = document.symbol?.printed ?? document.title ?? ""
            content.address = document.address
            return content.day == nil || content.source.isEmpty ? nil : fact(content, .record)
        }
    }

    /// By cycle: when the State's positions stood for the first time.
    func positions(_ given: [RecordFactRow.Given], _ positions: [CyclePositions]) -> [StateFact] {
        positions.compactMap { counts in
            let own = given.filter { $0.cycle == counts.cycle }
            guard counts.supported + counts.noted > 0, let first = own.compactMap(\.day).min() else { return nil }
            var content = StateFactContent(.positionsGiven, day: first)
            content.cycle = counts.cycle
            content.source = own.first { $0.day == first }?.document ?? ""
            return content.source.isEmpty ? nil : fact(content, .record)
        }
    }

    /// By cycle: the addendum that positions of the record are taken from.
    func addenda(_ given: [RecordFactRow.Given]) -> [StateFact] {
        var seen: Set<String> = []
        return given.compactMap { row in
            guard let document = row.document, document.contains("/Add."), let day = row.day, let cycle = row.cycle,
                seen.insert(document).inserted
            else { return nil }
            var content = StateFactContent(.addendum, day: day, source: document)
            content.cycle = cycle
            return fact(content, .record)
        }
    }

    private func isReview(_ mechanism: MechanismCode) -> Bool { reference.facts(of: mechanism)?.kind == .upr }

    private func fact(_ content: StateFactContent, _ origin: StateFact.Origin) -> StateFact {
        StateFact(
            origin: origin, state: state, content: content, published: "", enteredBy: origin.rawValue, made: "",
            version: 1)
    }
}
