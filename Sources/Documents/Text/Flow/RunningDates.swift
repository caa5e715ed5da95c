import Domain

/// Dates in running text, in six languages: `5 December 2017`, `le 1er mai 2020`, `5 de diciembre de 2017`,
/// `5 декабря 2017 года`, `5 كانون الأول/ديسمبر 2017`, `2017年12月5日`.
enum RunningDates {
    /// Every whole date of the text, in order.
    static func all(in text: String) -> [CalendarDate] {
        let words = tokens(FlowText.of(text))
        var dates: [CalendarDate] = []
        var index = 0
        while index < words.count {
            if let (date, count) = date(words[index...]) {
                dates.append(date)
                index += count
            } else {
                index += 1
            }
        }
        return dates
    }

    static func first(in text: String) -> CalendarDate? { all(in: text).first }

    private static func date(_ words: ArraySlice<String>) -> (CalendarDate, Int)? {
        let list = Array(words.prefix(8))
        guard let first = list.first else { return nil }
        if let number = number(first) {
            if (1...31).contains(number) { return dayFirst(number, list) }
            return yearFirst(number, list)
        }
        // `December 5, 2017`
        guard let month = self.month(first), list.count > 2, let day = number(list[1]), (1...31).contains(day),
            let year = number(list[2]), isYear(year)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day).map { ($0, 3) }
    }

    private static func dayFirst(_ day: Int, _ list: [String]) -> (CalendarDate, Int)? {
        var index = 1
        var month: Int?
        while index < list.count, index < 7 {
            let word = list[index]
            if let found = self.month(word) {
                month = month ?? found
            } else if let year = number(word) {
                guard let month, isYear(year) else { return nil }
                return CalendarDate(year: year, month: month, day: day).map { ($0, index + 1) }
            } else if !small.contains(word), month == nil, !arabicFirst.contains(word) {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// `2017 年 12 月 5 日`
    private static func yearFirst(_ year: Int, _ list: [String]) -> (CalendarDate, Int)? {
        guard isYear(year), list.count >= 6, list[1] == "年", let month = number(list[2]), list[3] == "月",
            let day = number(list[4]), list[5] == "日"
        else { return nil }
        return CalendarDate(year: year, month: month, day: day).map { ($0, 6) }
    }

    private static func month(_ word: String) -> Int? { PrintedDate.month(of: word) }
    private static func isYear(_ number: Int) -> Bool { (1940...2100).contains(number) }

    private static func number(_ word: String) -> Int? {
        for suffix in ["er", "st", "nd", "rd", "th", "º", "o", "-го"] where word.hasSuffix(suffix) && word != suffix {
            return FlowNumber.value(of: word.dropLast(suffix.count))
        }
        return FlowNumber.value(of: word)
    }

    private static let small: Set<String> = ["de", "del", "of", "the", "year", "года", "г", "من"]
    /// First words of the Levantine names, which stand before a slash.
    private static let arabicFirst: Set<String> = Set(
        ["كانون", "الثاني", "الاول", "تشرين", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول"].map {
            FlowText.of($0)
        })

    /// Words and numbers; Chinese characters one by one.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word = ""
        func close() {
            if !word.isEmpty { tokens.append(word) }
            word = ""
        }
        for character in text {
            if ChineseNames.isHan(character) {
                close()
                tokens.append(String(character))
            } else if character.isLetter || character.isNumber || character == "-" {
                word.append(character)
            } else {
                close()
            }
        }
        close()
        return tokens
    }
}
