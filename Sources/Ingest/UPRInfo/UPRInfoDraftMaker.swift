import Domain

/// One row of UPR Info, whichever of its shapes it comes in: what one State told another in one session.
struct UPRInfoRow {
    var state = ""
    var recommending: [String] = []
    var text = ""
    var response = ""
    var action = ""
    var issues: [String] = []
    var session = ""
    var cycle = ""
}

struct UPRInfoDraftMaker {
    private var names: NameCache
    private var cleaning: TextCleaning
    private var keys = ContentKey()

    /// `controls` says which encoding stray control characters come from: UPR Info's lines were MacRoman.
    init(_ resolver: any NameResolver, controls: TextCleaning.Controls) {
        names = NameCache(resolver)
        cleaning = TextCleaning(controls: controls)
    }

    enum Outcome {
        case draft(RecommendationDraft)
        case fault(field: String, RowFault)
    }

    /// The draft of a row; pledges have neither position nor recommending State. The source's word for the response is kept.
    mutating func draft(_ row: UPRInfoRow, number: Int) -> Outcome {
        guard let state = names.state(row.state) else { return .fault(field: "state", .missing) }
        let text = cleaning.clean(row.text)
        guard !text.isEmpty else { return .fault(field: "text", .missing) }
        guard let session = Numbers.whole(cleaning.clean(row.session)) ?? Numbers.first(in: row.session) else {
            return .fault(field: "session", row.session.isEmpty ? .missing : .notANumber(row.session))
        }
        guard (1...200).contains(session) else {
            return .fault(field: "session", .outOfRange(String(session), 1...200))
        }
        let action: ActionCategory?
        switch category(row.action) {
        case .success(let found): action = found
        case .failure(let fault): return .fault(field: "action", fault.fault)
        }
        let response = cleaning.clean(row.response)
        let isPledge = KnownWords.kind(response) == .pledge
        let position = KnownWords.position(response)
        guard isPledge || position != nil || response.isEmpty else {
            return .fault(field: "response", .unknownWord(response, known: Self.responses))
        }
        let cycle = Numbers.first(in: row.cycle) ?? Numbers.cycle(ofSession: session)
        let document = DocumentDraft(mechanism: .upr, state: state, cycle: cycle, session: session)
        var draft = RecommendationDraft(row: number, kind: isPledge ? .pledge : .recommendation, document: document)
        draft.texts = [.english: text]
        draft.states = [state]
        draft.action = action
        draft.session = session
        draft.cycle = cycle
        draft.tags = row.issues.flatMap { names.tags(.theme, $0) }
        if !isPledge {
            draft.recommending = row.recommending.compactMap { names.state($0) }
            draft.position = position
        }
        draft.positionWording = response.isEmpty ? nil : response
        draft.externalKey = keys.key(state: state, session: session, recommending: draft.recommending, text: text)
        return .draft(draft)
    }

    private struct Fault: Error { var fault: RowFault }

    /// A number 1 to 5, alone or before its name (`4 - General action`).
    private func category(_ word: String) -> Result<ActionCategory?, Fault> {
        let plain = word.filter { !$0.isWhitespace }
        if plain.isEmpty { return .success(nil) }
        guard let number = Numbers.whole(plain) ?? Numbers.first(in: plain) else {
            return .failure(Fault(fault: .notANumber(word)))
        }
        guard let found = ActionCategory(rawValue: number) else {
            return .failure(Fault(fault: .outOfRange(word, 1...5)))
        }
        return .success(found)
    }

    private static let responses = [
        "Accepted", "Supported", "Noted", "Rejected", "General Response", "No Response", "No Clear position", "Pending",
        "Voluntary Pledge",
    ]
}
