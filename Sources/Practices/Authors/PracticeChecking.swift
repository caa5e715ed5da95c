import Domain
import Reference
import Store

/// What an edition may say. Texts may be missing in a draft, and are asked for when it is handed in.
struct PracticeChecking {
    let reference: ReferenceFacts

    /// The facts of an edition with its original text. Throws for what no edition may hold.
    func checked(_ content: PracticeContent, in workspace: Workspace) throws(WorkspaceError) -> PracticeContent {
        var content = content
        content.themes = try PracticeLimits.themes(content.themes, reference)
        content.goals = try PracticeLimits.goals(content.goals, reference)
        content.persons = try PracticeLimits.persons(content.persons, reference)
        content.kinds = HelpKind.allCases.filter { content.kinds.contains($0) }
        if let state = content.state, reference.facts(of: state) == nil {
            throw .invalid("state", "practice.unknownCode")
        }
        content.region = try PracticeLimits.region(content.region, reference)
        if content.region == nil, !content.isPlaceWithheld, let state = content.state {
            content.region = reference.facts(of: state)?.region
        }
        try PracticeLimits.window(content.from, content.until)
        if let cost = content.cost, !(0...1_000_000_000_000_000).contains(cost.minor) {
            throw .invalid("cost", "practice.amount")
        }
        content.contact.office = PracticeLimits.trimmed(content.contact.office)
        guard content.contact.office.count <= PracticeLimits.titleCharactersMax else {
            throw .invalid("office", "practice.titleLength")
        }
        content.contact.email = PracticeLimits.trimmed(content.contact.email)
        if !content.contact.email.isEmpty, EmailAddress(content.contact.email) == nil {
            throw .invalid("email", "people.emailForm")
        }
        if content.isAnonymous, workspace.actor != .civilSociety {
            throw .invalid("anonymous", "practice.anonymousForCivilSociety")
        }
        content.documents = try documents(content.documents)
        guard content.links.count <= PracticeLimits.linksMax else { throw .invalid("links", "practice.many") }
        var texts: [PracticeText] = []
        for text in content.texts { texts.append(try checked(text)) }
        content.texts = texts
        return content
    }

    /// One language version.
    func checked(_ text: PracticeText) throws(WorkspaceError) -> PracticeText {
        var text = text
        text.language = try PracticeLimits.language(text.language, reference)
        for part in PracticeText.parts {
            switch part.name {
            case "title": text.title = try PracticeLimits.title(text.title)
            case "summary":
                text.summary = try PracticeLimits.text(
                    text.summary, "summary", most: PracticeLimits.summaryCharactersMax)
            default: text[keyPath: part.path] = try PracticeLimits.text(text[keyPath: part.path], part.name)
            }
        }
        return text
    }

    private func documents(_ documents: [PracticeDocument]) throws(WorkspaceError) -> [PracticeDocument] {
        guard documents.count <= PracticeLimits.documentsMax else { throw .invalid("documents", "practice.many") }
        var checked: [PracticeDocument] = []
        for document in documents {
            checked.append(
                PracticeDocument(
                    title: try PracticeLimits.title(document.title, "documents"),
                    address: try PracticeLimits.address(document.address, "documents")))
        }
        return checked
    }

    /// What reviewers need to judge it. What failed may stay empty: then it is shown that nothing was said.
    static func complete(_ content: PracticeContent) throws(WorkspaceError) {
        var troubles: [WorkspaceError.Trouble] = []
        let original = content.original
        if original?.summary.isEmpty ?? true { troubles.append(.init("summary", "practice.needed")) }
        if original?.worked.isEmpty ?? true { troubles.append(.init("worked", "practice.needed")) }
        if content.themes.isEmpty { troubles.append(.init("themes", "practice.needed")) }
        if content.kinds.isEmpty { troubles.append(.init("kinds", "practice.needed")) }
        if content.state == nil, content.region == nil { troubles.append(.init("state", "practice.needed")) }
        for text in content.texts where !text.isOriginal && text.worked.isEmpty {
            troubles.append(.init("worked", "practice.versionNeeded"))
        }
        if !troubles.isEmpty { throw .invalid(troubles) }
    }

    /// What it was written up from is the workspace's own, or everybody's to read.
    static func check(
        _ source: PracticeSource?, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws {
        guard let source else { return }
        if try PracticeSourceRow.title(source, workspace, connection) == nil {
            throw WorkspaceError.invalid("source", "practice.sourceUnknown")
        }
    }
}

extension PracticeContent {
    /// Its fields for the history, in the order they are shown.
    var fields: [(name: String, value: String?)] {
        func some(_ text: String) -> String? { text.isEmpty ? nil : text }
        func list(_ codes: [String]) -> String? { some(codes.sorted().joined(separator: ",")) }
        var fields: [(name: String, value: String?)] = [
            ("shelf", shelf.rawValue), ("state", state?.rawValue), ("region", region),
            ("placeWithheld", isPlaceWithheld ? "yes" : nil), ("anonymous", isAnonymous ? "yes" : nil),
            ("starts", from?.description), ("ends", until?.description),
            ("cost", cost.map { "\($0.minor) \($0.currency.rawValue)" }), ("office", some(contact.office)),
            ("email", some(contact.email)), ("contactWithheld", isContactWithheld ? "yes" : nil),
            ("source", source.map { "\($0.kind.rawValue)/\($0.id)" }), ("themes", list(themes)),
            ("goals", list(goals)), ("kinds", list(kinds.map(\.rawValue))), ("persons", list(persons)),
            ("links", list(links.map { "\($0.kind.rawValue)/\($0.id)" })),
            ("documents", some(documents.map { "\($0.title) \($0.address)" }.joined(separator: "\n"))),
            ("language", original?.language.rawValue),
        ]
        for part in PracticeText.parts { fields.append((part.name, original.flatMap { some($0[keyPath: part.path]) })) }
        let others = texts.filter { !$0.isOriginal }.map { text in
            text.language.rawValue + "\n"
                + PracticeText.parts.map { text[keyPath: $0.path] }.filter { !$0.isEmpty }.joined(separator: "\n")
        }
        fields.append(("versions", some(others.joined(separator: "\n\n"))))
        return fields
    }
}
