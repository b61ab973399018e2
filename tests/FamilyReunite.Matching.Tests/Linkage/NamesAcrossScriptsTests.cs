using FamilyReunite.Matching.Linkage.Compare;

namespace FamilyReunite.Matching.Tests.Linkage;

/// <summary>Invented people, each written in their own script and twice in Latin letters; many share a surname or a given name with the next.</summary>
public sealed class NamesAcrossScriptsTests
{
    private static readonly (string Own, string Latin, string Other)[] People =
    [
        ("김민준", "Kim Min-jun", "KIM Minjoon"), ("김서연", "Kim Seo-yeon", "Kim Suh Yun"), ("이민준", "Lee Min-jun", "Yi Minjun"), ("이영호", "Lee Young-ho", "Rhee Yong Ho"), ("박지훈", "Park Ji-hoon", "Pak Chi-hun"),
        ("박영숙", "Park Young-sook", "Pak Yong Suk"), ("최성민", "Choi Sung-min", "Choe Song Min"), ("정현우", "Jung Hyun-woo", "Chung Hyon U"), ("조용기", "Cho Yong-gi", "Jo Yong Ki"), ("강은주", "Kang Eun-ju", "Kang Un Joo"),
        ("张伟明", "Zhang Weiming", "Cheung Weiming"), ("张小梅", "Zhang Xiaomei", "Chang Xiao-mei"), ("李伟明", "Li Weiming", "Lee Wei-ming"), ("陈国强", "Chen Guoqiang", "Chan Guo Qiang"), ("黄志远", "Huang Zhiyuan", "Wong Zhi-yuan"),
        ("Сергей Владимирович Козлов", "Sergei Vladimirovich Kozlov", "Sergey Kozloff"), ("Сергей Никитин", "Sergey Nikitin", "Serguei Nikitine"), ("Владимир Юрьевич Зайцев", "Vladimir Yuryevich Zaitsev", "Wladimir Zajcev"), ("Юлия Зайцева", "Yulia Zaitseva", "Julija Zajceva"), ("Алексей Щербаков", "Alexei Shcherbakov", "Aleksey Scherbakov"),
        ("محمد خالد حداد", "Mohammed Khalid Haddad", "Muhammad Khaled Hadad"), ("خالد منصور", "Khalid Mansour", "Khaled Mansur"), ("أحمد منصور", "Ahmed Mansour", "Ahmad Mansur"), ("عبد الرحمن صالح", "Abd al-Rahman Saleh", "Abdurrahman Salih"), ("يوسف الحمداني", "Yusuf al-Hamdani", "Youssef Hamdani"),
        ("Νίκος Παπαδάκης", "Nikos Papadakis", "Nicos Papadakis"), ("Γιώργος Αντωνίου", "Giorgos Antoniou", "Georgios Antoniu"), ("राजेश कुमार शर्मा", "Rajesh Kumar Sharma", "Rajesh Sharma"), ("सुनीता शर्मा", "Sunita Sharma", "Suneeta Sharma"), ("გიორგი ბერიძე", "Giorgi Beridze", "Georgi Beridze"),
    ];

    [Fact]
    public void Score_OwnScriptAgainstLatin_PutsThePersonBeforeTheOthers() => Assert.InRange(Area(p => p.Own, p => p.Latin), 0.97, 1);

    [Fact]
    public void Score_OwnScriptAgainstAnotherRomanisation_PutsThePersonBeforeTheOthers() => Assert.InRange(Area(p => p.Own, p => p.Other), 0.95, 1);

    [Fact]
    public void Score_TwoRomanisations_PutsThePersonBeforeTheOthers() => Assert.InRange(Area(p => p.Latin, p => p.Other), 0.97, 1);

    /// <summary>How often a pair of one person scores above a pair of two; a tie counts half.</summary>
    private static double Area(Func<(string Own, string Latin, string Other), string> left, Func<(string Own, string Latin, string Other), string> right)
    {
        var scores = (from a in People from b in People select (Same: a == b, Score: NameWeights.Default.Score(NameFigures.Of(left(a), right(b))))).ToList();
        var (same, different) = (scores.Where(s => s.Same).Select(s => s.Score).ToList(), scores.Where(s => !s.Same).Select(s => s.Score).ToList());
        return same.Average(s => different.Average(d => s > d ? 1 : s == d ? 0.5 : 0));
    }
}
