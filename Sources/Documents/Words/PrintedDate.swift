import Domain

/// Reads dates as documents print them, in six languages: `19 December 2019`, `1er juillet 2014`, `19 de diciembre de 2019`,
/// `19 декабря 2019 года`, `19 كانون الأول/ديسمبر 2019`, `2019年12月19日`, `December 19, 2019`.
enum PrintedDate {
    /// The first full date in a text; part of a range (`4–15 November 2019`) is none.
    static func first(in text: some StringProtocol) -> CalendarDate? {
        let words = words(of: text)
        for index in words.indices {
            if let date = dayFirst(index, words) ?? monthFirst(index, words) ?? chinese(words[index]) { return date }
        }
        return nil
    }

    /// The date, where the text is nothing else.
    static func whole(_ text: some StringProtocol) -> CalendarDate? {
        let words = words(of: text)
        guard (1...7).contains(words.count), let date = first(in: text) else { return nil }
        let others = words.filter { !fillers.contains($0) && month(of: $0) == nil && !$0.contains(where: \.isNumber) }
        let numbers = words.count { $0.contains(where: \.isNumber) }
        return others.isEmpty && numbers <= 2 || words.count == 1 ? date : nil
    }

    /// `July2013`, as some mastheads have it, is two words.
    private static func words(of text: some StringProtocol) -> [String] {
        FoldedText(text).words.flatMap { word in
            let letters = word.prefix { $0.isASCII && $0.isLetter }
            let rest = word.dropFirst(letters.count)
            guard letters.count > 2, !rest.isEmpty, rest.allSatisfy(\.isNumber) else { return [word] }
            return [String(letters), String(rest)]
        }
    }

    private static func dayFirst(_ index: Int, _ words: [String]) -> CalendarDate? {
        guard let day = day(words[index]) else { return nil }
        // `4–15 November`: the number before belongs to a range.
        if index > 0, self.day(words[index - 1]) != nil, words[index - 1].allSatisfy(\.isNumber) { return nil }
        var month: Int?
        for word in words.dropFirst(index + 1).prefix(5) {
            if let value = self.month(of: word) {
                month = value
            } else if let month, let year = year(word) {
                return CalendarDate(year: year, month: month, day: day)
            } else if !fillers.contains(word) {
                return nil
            }
        }
        return nil
    }

    private static func monthFirst(_ index: Int, _ words: [String]) -> CalendarDate? {
        guard index + 2 < words.count, let month = month(of: words[index]), let day = day(words[index + 1]),
            let year = year(words[index + 2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func chinese(_ word: String) -> CalendarDate? {
        let fields = word.split { !$0.isNumber || !$0.isASCII }.compactMap { Int($0) }
        guard word.contains("年"), word.contains("月"), word.contains("日"), fields.count == 3 else { return nil }
        return CalendarDate(year: fields[0], month: fields[1], day: fields[2])
    }

    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let day = Int(digits), (1...31).contains(day) else { return nil }
        let rest = word.dropFirst(digits.count)
        return rest.isEmpty || ["er", "st", "nd", "rd", "th", "o", "e", "º"].contains(String(rest)) ? day : nil
    }

    private static func year(_ word: String) -> Int? {
        guard word.count == 4, let year = Int(word), (1945...2199).contains(year) else { return nil }
        return year
    }

    static func month(of word: String) -> Int? { months[word] }

    private static let fillers: Set<String> = [
        "de", "del", "of", "года", "г", "o", "er", "الاول", "الثاني", "كانون", "تشرين", "عام",
    ]

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        let lists = [
            "january february march april may june july august september october november december",
            "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
            "- شباط اذار نيسان ايار حزيران تموز اب ايلول - - -",
            "- - - - - يونيو يوليو - - - - -",
        ]
        for list in lists {
            for (index, word) in list.split(separator: " ").enumerated() where word != "-" {
                months[String(word)] = index + 1
            }
        }
        months["setiembre"] = 9
        return months
    }()
}
