package import Domain

/// What a call's form may ask, and whether answers fit it.
package enum FormRules {
    /// The form with its texts trimmed; throws where a question has no label, a key twice, or no choices to choose from.
    static func checked(_ form: [FormField]) throws(WorkspaceError) -> [FormField] {
        guard form.count <= CooperationLimits.fieldsMax else { throw .invalid("form", "cooperation.many") }
        var keys: Set<String> = []
        var checked: [FormField] = []
        for field in form {
            var field = field
            field.label = try CooperationLimits.title(field.label, "form")
            field.hint = try CooperationLimits.text(field.hint, "form")
            guard isKey(field.key), keys.insert(field.key).inserted else { throw .invalid("form", "fund.form.key") }
            field.choices = field.choices.map { CooperationLimits.trimmed($0) }.filter { !$0.isEmpty }
            let asksChoice = field.kind == .choice || field.kind == .choices
            guard asksChoice == !field.choices.isEmpty, field.choices.count <= CooperationLimits.choicesMax,
                Set(field.choices).count == field.choices.count, field.choices.allSatisfy({ $0.count <= 200 })
            else { throw .invalid("form", "fund.form.choices") }
            if field.kind != .text, field.kind != .longText { field.wordsMax = nil }
            if let words = field.wordsMax, !(1...20_000).contains(words) { throw .invalid("form", "fund.form.words") }
            checked.append(field)
        }
        return checked
    }

    package static func isKey(_ key: String) -> Bool {
        (1...40).contains(key.utf8.count)
            && key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// What is wrong with one answer: a message key, or nil. An empty answer is wrong only where the question must be answered and
    /// the application is handed in.
    package static func trouble(_ answer: String, to field: FormField, isHandedIn: Bool) -> String? {
        guard !answer.isEmpty else { return field.isRequired && isHandedIn ? "application.required" : nil }
        guard answer.count <= 100_000 else { return "cooperation.textLength" }
        switch field.kind {
        case .text, .longText:
            if field.kind == .text, answer.contains(where: \.isNewline) { return "application.oneLine" }
            // A draft may still be too long: its writer sees by how much.
            if let most = field.wordsMax, isHandedIn, WordCount.of(answer) > most { return "application.tooLong" }
            return nil
        case .number: return Double(answer).map { $0.isFinite } == true ? nil : "application.number"
        case .money:
            return answer.wholeMatch(of: #/[0-9]{1,15}(\.[0-9]{1,4})? [A-Z]{3}/#) == nil ? "application.money" : nil
        case .date: return CalendarDate(answer)?.day == nil ? "cooperation.wholeDay" : nil
        case .choice: return field.choices.contains(answer) ? nil : "application.choice"
        case .choices:
            let chosen = answer.split(whereSeparator: \.isNewline).map(String.init)
            return chosen.allSatisfy { field.choices.contains($0) } ? nil : "application.choice"
        case .yesNo: return answer == "yes" || answer == "no" ? nil : "application.choice"
        }
    }
}

/// Words as funds count them: what stands between white space and holds a letter or a digit; of scripts without spaces (Han, kana)
/// each character, as word processors do.
package enum WordCount {
    package static func of(_ text: String) -> Int {
        var count = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            if isWritten(scalar) {
                count += 1
                isInWord = false
            } else if scalar.properties.isWhitespace {
                isInWord = false
            } else if !isInWord, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                count += 1
                isInWord = true
            }
        }
        return count
    }

    private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
