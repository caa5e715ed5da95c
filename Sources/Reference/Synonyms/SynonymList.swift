package import Domain

/// Words that stand for one another, as a file says.
package struct SynonymGroup: Sendable, Hashable {
    /// One way of saying it.
    package struct Form: Sendable, Hashable {
        package let text: String
        /// Nil for every language.
        package let language: LanguageTag?
        /// Whether a question means it only where it is written just so.
        package let isAsWritten: Bool
    }

    /// A fact of this folder that the group is about.
    package struct Code: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable { case treaty, mechanism, theme, person, sdg }

        package let kind: Kind
        package let code: String
    }

    package fileprivate(set) var forms: [Form] = []
    package fileprivate(set) var codes: [Code] = []
    /// Where the group begins, from 1.
    package let line: Int
}

/// What is wrong with a line of a file of synonyms. The line is left out; the others hold.
package struct SynonymFault: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// No colon divides the languages from the forms.
        case noColon
        /// Neither a language tag nor one of the known words stands before the colon.
        case unknownKey(String)
        /// No fact has that code.
        case unknownCode(kind: String, code: String)
        /// Nothing stands after the colon.
        case noForm
        /// A form has more than `SynonymList.formCharactersMax` characters.
        case longForm
        /// The group has more than `SynonymList.formsMax` forms, or the file more than `groupsMax` groups.
        case tooMany
        /// A group of one form says nothing.
        case alone
        /// The file cannot be read as UTF-8 text of at most `SynonymList.bytesMax` bytes.
        case unreadable
    }

    package let file: String
    /// From 1; 0 for the file as a whole.
    package let line: Int
    package let reason: Reason

    package var description: String {
        let what =
            switch reason {
            case .noColon: "no colon after the languages"
            case .unknownKey(let key):
                "“\(key)” is neither a language nor one of all, treaty, mechanism, theme, person, sdg"
            case .unknownCode(let kind, let code): "there is no \(kind) “\(code)”"
            case .noForm: "nothing stands after the colon"
            case .longForm: "a form has more than \(SynonymList.formCharactersMax) characters"
            case .tooMany:
                "more than \(SynonymList.formsMax) forms in a group or \(SynonymList.groupsMax) groups in a file"
            case .alone: "a group needs at least two forms"
            case .unreadable: "not a UTF-8 text of at most \(SynonymList.bytesMax) bytes"
            }
        return line > 0 ? "\(file), line \(line): \(what)" : "\(file): \(what)"
    }
}

/// The groups of one or more files, and what was wrong with their lines.
package struct SynonymList: Sendable {
    package static let bytesMax = 4 << 20
    package static let groupsMax = 20_000
    package static let formsMax = 200
    package static let formCharactersMax = 200

    package private(set) var groups: [SynonymGroup] = []
    package private(set) var faults: [SynonymFault] = []

    package init() {}

    /// No groups: the file could not be read.
    init(unreadable file: String) { faults = [SynonymFault(file: file, line: 0, reason: .unreadable)] }

    /// Reads the format of `docs/guide/synonyms.md`. Never fails: what cannot be read is a fault with its line.
    package init(parsing text: String, file: String) {
        var group: SynonymGroup?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmed
            if line.isEmpty {
                end(&group, file)
            } else if line.first != "#" {
                var current = group ?? SynonymGroup(line: index + 1)
                if let reason = current.read(line) {
                    faults.append(SynonymFault(file: file, line: index + 1, reason: reason))
                }
                group = current
            }
        }
        end(&group, file)
    }

    /// These groups, and after them another file's.
    package func adding(_ other: SynonymList) -> SynonymList {
        var list = self
        list.groups += other.groups
        list.faults += other.faults
        return list
    }

    private mutating func end(_ group: inout SynonymGroup?, _ file: String) {
        defer { group = nil }
        guard let ended = group else { return }
        if ended.forms.count + ended.codes.count < 2 {
            let isReported = faults.contains { $0.file == file && $0.line >= ended.line }
            if !isReported { faults.append(SynonymFault(file: file, line: ended.line, reason: .alone)) }
        } else if groups.count >= Self.groupsMax {
            faults.append(SynonymFault(file: file, line: ended.line, reason: .tooMany))
        } else {
            groups.append(ended)
        }
    }

    /// Takes out of the groups the codes that no fact has, each a fault.
    mutating func check(file: String, isKnown: (SynonymGroup.Code) -> Bool) {
        for index in groups.indices {
            for code in groups[index].codes where !isKnown(code) {
                faults.append(
                    SynonymFault(
                        file: file, line: groups[index].line,
                        reason: .unknownCode(kind: code.kind.rawValue, code: code.code)))
            }
            groups[index].codes.removeAll { !isKnown($0) }
        }
    }
}

extension SynonymGroup {
    /// Adds what a line says; why not, where it cannot be read.
    fileprivate mutating func read(_ line: Substring) -> SynonymFault.Reason? {
        guard let colon = line.firstIndex(of: ":") else { return .noColon }
        let keys = line[..<colon].split(whereSeparator: \.isWhitespace)
        let values = line[line.index(after: colon)...].split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
        guard !keys.isEmpty else { return .unknownKey("") }
        guard !values.isEmpty else { return .noForm }
        guard forms.count + keys.count * values.count <= SynonymList.formsMax else { return .tooMany }
        for key in keys {
            if let kind = Code.Kind(rawValue: String(key)) {
                codes += values.map { Code(kind: kind, code: String($0)) }
                continue
            }
            guard key == "all" || Self.isTag(key) else { return .unknownKey(String(key)) }
            for value in values {
                let isAsWritten = value.first == "="
                let text = isAsWritten ? value.dropFirst().trimmed : value
                guard !text.isEmpty else { return .noForm }
                guard text.count <= SynonymList.formCharactersMax else { return .longForm }
                forms.append(
                    Form(
                        text: String(text), language: key == "all" ? nil : LanguageTag(String(key)),
                        isAsWritten: isAsWritten))
            }
        }
        return nil
    }

    /// `en`, `pt-BR`.
    private static func isTag(_ key: Substring) -> Bool {
        let parts = key.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count <= 3 && (2...3).contains(parts[0].count)
            && parts.allSatisfy { !$0.isEmpty && $0.count <= 8 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var part = self
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return part
    }
}
