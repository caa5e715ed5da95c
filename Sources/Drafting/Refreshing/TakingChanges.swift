package import Domain
import People

extension Drafting {
    /// Does what was decided on the items of a refresh; `digest` is that of the refresh that was shown. Throws `invalid` where the record
    /// or the report changed meanwhile: what is decided is what was read.
    @discardableResult
    package func take(
        _ choices: [String: RefreshChoice], digest: String, of id: ReportID, by member: Member
    ) async throws(WorkspaceError) -> Int {
        let refresh = try await refresh(id, member)
        guard refresh.digest == digest else { throw .invalid("refresh", "report.refreshChanged") }
        let chosen = refresh.items.filter { (choices[$0.name] ?? .later) != .later }
        guard !chosen.isEmpty else { throw .invalid("refresh", "report.nothingChosen") }
        let facts = FactIndex(try await facts(refresh.report.kind, refresh.report.scope, member))
        return try await edit(id, .refresh, by: member) { edit, change in
            let standing = Dictionary(grouping: chosen.filter { $0.paragraph != nil }, by: \.paragraph)
            for items in standing.values.sorted(by: { ($0[0].paragraph?.value ?? 0) < ($1[0].paragraph?.value ?? 0) }) {
                guard let paragraph = items[0].paragraph else { continue }
                let stored = try edit.stored(paragraph)
                var content = stored.paragraph.content
                for item in items { Self.apply(item, choices[item.name] ?? .later, facts, to: &content) }
                guard content != stored.paragraph.content else { continue }
                if content.sentences.isEmpty {
                    try edit.end(stored, version: items[0].version)
                } else {
                    try edit.replace(stored, version: items[0].version, by: content)
                }
                change.field(stored.paragraph.subject, "text", from: stored.paragraph.content.text, to: content.text)
            }
            let fresh = chosen.filter { $0.paragraph == nil && choices[$0.name] == .take }
            for section in refresh.outline {
                let own = fresh.filter { $0.section == section.key }
                if own.isEmpty { continue }
                try Self.append(own, to: section.key, &edit)
            }
            return chosen.count
        }
    }

    /// New sentences at the end of their section, those of one paragraph or row together as they were drafted.
    private static func append(
        _ items: [ReportRefresh.Item], to section: String, _ edit: inout ReportEdit
    ) throws {
        var contents: [ReportParagraphContent] = []
        for item in items {
            guard var sentence = item.proposed else { continue }
            let place = contents.firstIndex { $0.key != nil && $0.key == item.home }
            sentence.id = place.map { contents[$0].sentences.count + 1 } ?? 1
            if let place {
                contents[place].sentences.append(sentence)
            } else {
                contents.append(
                    ReportParagraphContent([sentence], key: item.home ?? item.key, headingLevel: item.headingLevel))
            }
        }
        var last = try edit.section(section).last?.place ?? 0
        var numbers = try edit.numbers(contents.count)
        for content in contents {
            guard let number = numbers.popFirst() else { return }
            last += ReportEdit.step
            edit.add(content, id: ReportParagraphID(number), to: section, at: last)
        }
    }

    private static func apply(
        _ item: ReportRefresh.Item, _ choice: RefreshChoice, _ facts: FactIndex,
        to content: inout ReportParagraphContent
    ) {
        guard let sentence = item.sentence else {
            guard choice == .take, var proposed = item.proposed else { return }
            proposed.id = (content.sentences.map(\.id).max() ?? 0) + 1
            content.sentences.append(proposed)
            return
        }
        guard let place = content.sentences.firstIndex(where: { $0.id == sentence }) else { return }
        switch choice {
        case .later: return
        case .take:
            guard var proposed = item.proposed else {
                let gone = content.sentences.remove(at: place)
                content.leave(gone.sources.filter { facts[$0.kind, $0.id] != nil })
                return
            }
            // What a person led the sentence to besides stays.
            let own = content.sentences[place].sources.filter { source in
                !proposed.sources.contains { $0.isOf(source) } && facts[source.kind, source.id] != nil
            }
            proposed.id = sentence
            proposed.sources += own.map { facts[$0.kind, $0.id] ?? $0 }
            content.sentences[place] = proposed
        case .keep:
            for source in content.sentences[place].sources.indices {
                let old = content.sentences[place].sources[source]
                guard FactIndex.known.contains(old.kind) else { continue }
                content.sentences[place].sources[source].digest = facts.digest(of: old)
            }
            // Whoever keeps what is not drafted any more makes it her own.
            if item.proposed == nil {
                content.sentences[place].key = nil
                content.sentences[place].drafted = content.sentences[place].text
                content.sentences[place].origin = .edited
            }
            if let proposed = item.proposed, proposed.text != content.sentences[place].text {
                content.sentences[place].drafted = proposed.text
                content.sentences[place].origin = .edited
            }
        }
    }
}
