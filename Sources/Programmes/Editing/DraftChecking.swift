import Domain
import Markup
import Operations
import Reference

extension Programmes {
    /// A draft as it can be kept; throws every field that is wrong.
    func checked(_ draft: ProgrammeDraft) throws(WorkspaceError) -> ProgrammeDraft {
        var draft = draft
        var troubles: [WorkspaceError.Trouble] = []
        func need(_ isGood: Bool, _ field: String, _ key: String) {
            if !isGood { troubles.append(.init(field, key)) }
        }
        for path in [
            \ProgrammeDraft.identifier, \.reporterReference, \.reporterName, \.title, \.description, \.currency,
        ] {
            draft[keyPath: path] = draft[keyPath: path].trimmingPrefixAndSuffixSpace
        }
        draft.currency = draft.currency.uppercased()
        need((1...Self.titleCharactersMax).contains(draft.title.count), "title", "programme.titleLength")
        need(
            (1...Self.textCharactersMax).contains(draft.description.count), "description", "programme.descriptionLength"
        )
        need(Self.isReference(draft.reporterReference), "reporterReference", "programme.referenceForm")
        need((1...Self.titleCharactersMax).contains(draft.reporterName.count), "reporterName", "programme.nameNeeded")
        need(codes.has(draft.reporterKind, in: .organisationType), "reporterKind", "programme.codeUnknown")
        need(codes.has(draft.status, in: .status), "activityStatus", "programme.codeUnknown")
        // The standard wants the identifier to begin with whoever reports.
        need(
            draft.identifier.hasPrefix(draft.reporterReference + "-")
                && draft.identifier.count <= ActivityNormalising.identifierCharactersMax
                && Self.isReference(draft.identifier), "identifier", "programme.identifierForm")
        need(draft.plannedStart ?? draft.actualStart != nil, "plannedStart", "programme.startNeeded")
        need(!draft.partners.isEmpty, "partners", "programme.partnersNeeded")
        need(
            draft.partners.allSatisfy { codes.has($0.role, in: .role) && $0.name.count <= Self.titleCharactersMax },
            "partners", "programme.partnersForm")
        need(draft.states.allSatisfy { codes.country(of: StateCode($0.code)) != nil }, "states", "programme.statesForm")
        need(draft.sectors.allSatisfy { codes.has($0.code, in: .sector) }, "sectors", "programme.sectorsForm")
        need(Self.areWhole(draft.states), "states", "programme.sharesForm")
        need(Self.areWhole(draft.sectors), "sectors", "programme.sharesForm")
        need(
            draft.goals.allSatisfy { library.reference.name(ofSDG: $0, in: .english) != nil }, "goals",
            "programme.goalsForm")
        need(
            draft.currency.isEmpty || codes.has(draft.currency, in: .currency), "currency", "programme.currencyUnknown")
        for (field, count) in [
            ("states", draft.states.count), ("sectors", draft.sectors.count), ("partners", draft.partners.count),
            ("goals", draft.goals.count),
        ] {
            need(count <= Self.linesMax, field, "programme.linesMany")
        }
        if !troubles.isEmpty { throw .invalid(troubles) }
        return draft
    }

    /// Several shares are said all or none, and come to a hundred within half a point.
    private static func areWhole(_ shares: [DraftShare]) -> Bool {
        let said = shares.compactMap(\.percentage)
        guard !said.isEmpty else { return shares.count < 2 }
        let sum = said.reduce(0) { $0 + $1.hundredths }
        return said.count == shares.count && (9_950...10_050).contains(sum)
    }

    /// As the standard writes identifiers: no blanks and none of its forbidden marks.
    private static func isReference(_ text: String) -> Bool {
        !text.isEmpty && text.count <= ActivityNormalising.identifierCharactersMax
            && !text.contains { $0.isWhitespace || "/&|?".contains($0) }
    }
}
