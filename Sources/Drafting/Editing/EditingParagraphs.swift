package import Domain
import People
import Store

/// Edits of single paragraphs. Each names the version of the paragraph that was read, and throws `stale` where another stands.
extension Drafting {
    package static let footnotesMax = 10
    package static let footnoteCharactersMax = 1_000

    /// Gives a paragraph other words; what its sentences are drawn from stays with them.
    package func edit(
        _ id: ReportParagraphID, of report: ReportID, _ typed: String, version: Int, by member: Member
    ) async throws(WorkspaceError) -> ReportParagraph {
        try Self.check(typed)
        return try await edit(report, .edit, by: member) { edit, change in
            let stored = try edit.stored(id)
            let content = ParagraphTyping.content(typed, from: stored.paragraph.content)
            try edit.replace(stored, version: version, by: content)
            change.field(stored.paragraph.subject, "text", from: stored.paragraph.content.text, to: content.text)
            var paragraph = stored.paragraph
            paragraph.content = content
            return paragraph
        }
    }

    /// Adds a paragraph behind another, or before all of a section.
    package func insert(
        _ typed: String, into section: String, of report: ReportID, after: ReportParagraphID?, by member: Member
    ) async throws(WorkspaceError) -> ReportParagraphID {
        try Self.check(typed)
        return try await edit(report, .insert, by: member) { edit, change in
            guard edit.outline.contains(where: { $0.key == section }) else { throw WorkspaceError.notFound }
            try edit.checkRoom()
            let place = try edit.place(after: after, in: section)
            let content = ParagraphTyping.content(typed, from: ReportParagraphContent([]))
            let id = ReportParagraphID(try edit.numbers(1).lowerBound)
            edit.add(content, id: id, to: section, at: place)
            change.field(Subject(.reportParagraph, id.value), "text", from: nil, to: content.text)
            return id
        }
    }

    /// Takes a paragraph out. It stays in the versions before.
    package func remove(
        _ id: ReportParagraphID, of report: ReportID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await edit(report, .remove, by: member) { edit, change in
            let stored = try edit.stored(id)
            try edit.end(stored, version: version)
            change.field(stored.paragraph.subject, "text", from: stored.paragraph.content.text, to: nil)
        }
    }

    /// Moves a paragraph one place up or down within its section; at its end nothing changes.
    package func move(
        _ id: ReportParagraphID, of report: ReportID, up: Bool, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await edit(report, .move, by: member) { edit, _ in
            let stored = try edit.stored(id)
            let all = try edit.section(stored.paragraph.section)
            guard let at = all.firstIndex(where: { $0.paragraph.id == id }) else { throw WorkspaceError.notFound }
            let target = up ? at - 1 : at + 1
            guard all.indices.contains(target) else { throw WorkspaceError.invalid("move", "report.noFurther") }
            let other = all[target]
            try edit.replace(stored, version: version, by: stored.paragraph.content, place: other.place)
            try edit.replace(
                other, version: other.paragraph.version, by: other.paragraph.content, place: stored.place)
        }
    }

    /// Makes two paragraphs of one, the second from a sentence on.
    package func split(
        _ id: ReportParagraphID, of report: ReportID, before sentence: Int, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await edit(report, .split, by: member) { edit, _ in
            try edit.checkRoom()
            let stored = try edit.stored(id)
            var first = stored.paragraph.content
            guard let at = first.sentences.firstIndex(where: { $0.id == sentence }), at > 0 else {
                throw WorkspaceError.invalid("sentence", "report.noSplit")
            }
            let second = ReportParagraphContent(Array(first.sentences[at...]))
            first.sentences.removeSubrange(at...)
            let place = try edit.place(after: id, in: stored.paragraph.section)
            try edit.replace(stored, version: version, by: first)
            edit.add(
                second, id: ReportParagraphID(try edit.numbers(1).lowerBound), to: stored.paragraph.section, at: place)
        }
    }

    /// Joins a paragraph with the one before it in its section.
    package func merge(
        _ id: ReportParagraphID, of report: ReportID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await edit(report, .merge, by: member) { edit, change in
            let stored = try edit.stored(id)
            let all = try edit.section(stored.paragraph.section)
            guard let at = all.firstIndex(where: { $0.paragraph.id == id }), at > 0,
                all[at - 1].paragraph.content.headingLevel == nil, stored.paragraph.content.headingLevel == nil
            else { throw WorkspaceError.invalid("merge", "report.noMerge") }
            let before = all[at - 1]
            var content = before.paragraph.content
            let shift = content.sentences.map(\.id).max() ?? 0
            for var sentence in stored.paragraph.sentences {
                sentence.id += shift
                content.sentences.append(sentence)
            }
            content.leave(stored.paragraph.content.unplaced)
            try edit.end(stored, version: version)
            try edit.replace(before, version: before.paragraph.version, by: content)
            change.field(
                before.paragraph.subject, "text", from: before.paragraph.content.text, to: content.text)
            change.field(stored.paragraph.subject, "text", from: stored.paragraph.content.text, to: nil)
        }
    }

    /// Sets the footnotes of one sentence.
    package func footnotes(
        _ notes: [String], on sentence: Int, _ id: ReportParagraphID, of report: ReportID, version: Int,
        by member: Member
    ) async throws(WorkspaceError) {
        guard notes.count <= Self.footnotesMax, notes.allSatisfy({ $0.count <= Self.footnoteCharactersMax }) else {
            throw .invalid("footnotes", "report.footnotesMax")
        }
        try await edit(report, .footnote, by: member) { edit, change in
            let stored = try edit.stored(id)
            var content = stored.paragraph.content
            guard let at = content.sentences.firstIndex(where: { $0.id == sentence }) else {
                throw WorkspaceError.notFound
            }
            let old = content.sentences[at].footnotes.joined(separator: "\n")
            content.sentences[at].footnotes = notes
            try edit.replace(stored, version: version, by: content)
            change.field(
                stored.paragraph.subject, "footnotes", from: old.isEmpty ? nil : old,
                to: notes.isEmpty ? nil : notes.joined(separator: "\n"))
        }
    }

    private static func check(_ typed: String) throws(WorkspaceError) {
        guard !typed.allSatisfy(\.isWhitespace) else { throw .invalid("text", "report.textNeeded") }
        guard typed.count <= ParagraphTyping.charactersMax else { throw .invalid("text", "report.textLength") }
    }
}
