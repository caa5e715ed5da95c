/// Words that stand before names, and small words inside them.
enum NameTitles {
    static let titles: Set<String> = keys(
        """
        mr mrs ms miss messrs dr doctor prof professor sheikh shaikh imam father sister brother reverend rev captain colonel sergeant lieutenant
        m mm mme mmes mlle mlles madame monsieur maitre me docteur professeur
        sr sra srta sres sras señor señora señorita don doña lic dra licenciado licenciada
        г гн гжа господин господина господину господином госпожа госпожи госпоже госпожу госпожой гражданин гражданина гражданка гражданки
        гна гну гном гже гжи гжу жа жи же жу на ну ном адвокат адвоката журналист журналиста журналистка
        """)
    /// The second halves of `г-н`, which the hyphen parts: they are titles behind `г` alone.
    static let russianHalves: Set<String> = keys("н на ну ном не жа жи же жу жой жами да дам")
    static let plural: Set<String> = keys("messrs mm mmes mlles sres sras mses")
    static let particles: Set<String> = keys(
        "de del la las los el al bin bint ibn ben van von der den di da das do dos du le les abu abou ould mint ag y e af ter zu und oglu ogly кызы оглы аль эль бин ибн"
    )

    static let arabic: Set<String> = keys(
        """
        السيد السيدة السيده الآنسة الدكتور الدكتورة الأستاذ الأستاذة المحامي المحامية المدعو المدعوة الشيخ المواطن المواطنة الناشط الناشطة
        الصحفي الصحفية الصحافي الصحافية الطالب الطالبة الطفل الطفلة القاضي العقيد النقيب السادة السيدين السيدات
        """)
    /// Parts of Arabic names that another part follows.
    static let arabicParticles: Set<String> = keys("بن بنت ابن أبو أبي عبد آل ولد أم")
    /// Words that end a name in Arabic.
    static let arabicStops: Set<String> = keys(
        """
        من في على إلى عن مع هذا هذه ذلك التي الذي الذين ما أن أو ثم قد كان كانت يكون هو هي هم وهو وهي وهم بين كل بعد قبل عند منذ حتى أي غير إذا
        ضد تم بتاريخ يوم عام سنة البالغ البالغة والذي والتي الذي المعتقل المعتقلة المحتجز المحتجزة رئيس رئيسة عضو عضوة مدير مديرة الذى حيث وقد
        وكان وكانت اعتقل اعتقلت احتجز احتجزت تعرض تعرضت كما لدى خلال بسبب وأسرته وأسرتها وزوجته وزوجها ومحاميه وغيرهم وآخرين المذكور المذكورة
        لم لن لا هل سبب أسباب وضع حالة مكان صحة سلامة احتجازه احتجازها فورا ومصيره
        """)

    static let chineseTitles = ["先生", "女士", "小姐", "博士", "教授", "律师", "夫妇", "夫人", "同学", "老师"]
    static let chineseContexts = [
        "受害人", "律师", "记者", "活动人士", "活动家", "维权人士", "公民", "名叫", "涉及", "关于", "释放", "拘留", "逮捕", "被捕的",
    ]
    /// Characters at which a Chinese name cannot go on.
    static let chineseStops: Set<Character> = Set("的是在对和与及向将被由从为把称据对于等或因就此该这那其并以，。、；：（）()“”《》？！ 0123456789年月日关于下落")
    static let chineseSurnames: Set<Character> = Set(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧艾阿买热古吐")

    /// Labels behind which a name stands on a line of its own, or in a column.
    static let nameLabels: Set<String> = Set(
        [
            "name", "full name", "names", "name of victim", "name of the victim", "victim", "victims", "alleged victim",
            "alleged victims", "source",
            "first name", "surname", "family name", "given name", "nom", "noms", "prenom", "prenoms", "nom complet",
            "nom et prenom", "victime",
            "victimes", "nombre", "nombres", "apellido", "apellidos", "nombre completo", "nombre y apellido",
            "nombre y apellidos", "victima",
            "victimas", "имя", "фамилия", "фио", "ф.и.о.", "фамилия, имя", "имя и фамилия", "потерпевший", "жертва",
            "الاسم", "الاسم الكامل", "الضحية",
            "اسم الضحية", "姓名", "受害人", "受害人姓名", "名字",
        ].map { FlowText.of($0) })

    /// Words behind which even a single capitalised word is a name.
    static let contexts: Set<String> = keys(
        """
        named called concerning alias known victim journalist lawyer activist defender detainee prisoner brother sister husband wife son daughter
        mother father uncle cousin nephew student nommé nommée appelé dénommé concernant avocat avocate journaliste militant militante llamado llamada
        abogado abogada periodista activista hermano hermana esposo esposa hijo hija имени адвокат журналист журналистка активист брат сестра
        """)

    private static func keys(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map { LetterWord.key($0) })
    }
}
