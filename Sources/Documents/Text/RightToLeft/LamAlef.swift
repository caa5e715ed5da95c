/// Ligatures of lam and alef. A font that has one sign for both, said to stand for two letters, comes out of a PDF with the letters
/// turned round: `اإلعاقة` for `الإعاقة`.
enum LamAlef {
    static let properSigns = ["الأ", "الإ", "الآ", "الا"]
    /// Orders of letters that the language does not have.
    static let swappedSigns = ["األ", "اإل", "اآل", "اال"]

    /// In a document where they are turned round: what can be told is put right. What cannot is left (`ثالثة` is a word, too).
    static func restored(_ text: String) -> String {
        guard text.contains("ل") else { return text }
        return text.split(separator: " ", omittingEmptySubsequences: false).map { word(String($0)) }
            .joined(separator: " ")
    }

    private static func word(_ word: String) -> String {
        guard word.unicodeScalars.contains("\u{644}") else { return word }
        let core = word.drop { !$0.isLetter }
        if let whole = whole[String(core.prefix(while: \.isLetter))] {
            return word.replacing(core.prefix(while: \.isLetter), with: whole, maxReplacements: 1)
        }
        var text = word
        for (turned, proper) in orders where text.contains(turned) { text.replace(turned, with: proper) }
        if text.hasPrefix("إل"), !beginnings.contains(where: text.hasPrefix) { text = "لإ" + text.dropFirst(2) }
        for (turned, proper) in parts where text.contains(turned) { text.replace(turned, with: proper) }
        return text
    }

    /// Orders that never stand for themselves where every lam before an alef has been turned.
    private static let orders = [
        ("األ", "الأ"), ("اإل", "الإ"), ("اآل", "الآ"), ("اال", "الا"), ("لأل", "للأ"), ("لإل", "للإ"), ("لآل", "للآ"),
        ("لال", "للا"), ("ىل", "لى"), ("الً", "لاً"), ("اًل", "لًا"),
    ]

    private static let whole = [
        "ال": "لا", "وال": "ولا", "إال": "إلا", "وإال": "وإلا", "بال": "بلا", "أال": "ألا", "فال": "فلا",
    ]

    /// Words that begin so by themselves.
    private static let beginnings = [
        "إلى", "إلي", "إلغ", "إلز", "إلح", "إلك", "إلم", "إلا", "إله", "إلق", "إلص", "إلها", "إلت",
    ]

    /// Parts of frequent words and of names of States, as they come out and as they are.
    private static let parts: [(String, String)] = [
        "خلال", "علاقة", "علاقات", "إعلان", "إعلام", "إسلام", "سلامة", "ثلاث", "بلاد", "بلاغ", "إصلاح", "اختلاف",
        "استقلال",
        "احتلال", "استغلال", "إخلال", "خلاف", "ولاية", "ولايات", "ملاحظ", "ملائم", "ملاحق", "تلاميذ", "علاج", "وكلاء",
        "عملاء",
        "أخلاق", "إطلاق", "انطلاق", "إغلاق", "سلاح", "هؤلاء", "عقلاني", "تلاعب", "إملاء", "امتلاك", "استهلاك", "دلالة",
        "سلالة",
        "أولاد", "ولادة", "ميلاد", "اعتلال", "انفلات", "بيلاروس", "ملاوي", "بنغلاديش", "فنزويلا", "تايلاند", "أنغولا",
    ].map { ($0.replacing("لا", with: "ال").replacing("لآ", with: "آل"), $0) }
}

/// Vowel signs that lost their letter in the print: before a space or at the start of a word.
enum StrayMarks {
    static func removed(from text: String) -> String {
        guard text.unicodeScalars.contains(where: isMark) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isMark(scalar), result.last.map({ $0.properties.isWhitespace }) ?? true { continue }
            result.append(scalar)
        }
        return String(result)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x064B...0x0652).contains(scalar.value) }
}
