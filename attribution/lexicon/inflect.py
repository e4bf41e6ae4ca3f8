from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Form:
    text: str; lemma: str; form: str; person: str=""; gender: str=""; number: str=""
def inflect(lemma, pattern, masdars=()):
    P,R=lemma,pattern[1:]
    out=[]
    def a(t,f,p,g,n): out.append(Form(t,lemma,f,p,g,n))
    weak=P[-1] in 'اى'
    st=P[:-1] if weak else P
    a(P,'past','3','m','sg'); a(st+'ت','past','3','f','sg'); a(st+'وا','past','3','m','pl')
    a((st+'يا') if weak else P+'ا','past','3','m','du'); a(st+'تا','past','3','f','du')
    base=st+('ي' if weak else '')
    if len(P)==3 and P[1]=='ا': base=P[0]+P[2]
    a(base+'ن','past','3','f','pl'); a(base+'نا','past','1','','pl')
    if base+'ت'!=st+'ت': a(base+'ت','past','1','','sg')
    for pre,pp,g in (('ي','3','m'),('ت','3','f'),('أ','1',''),('ن','1','')):
        a(pre+R,'present',pp,g,'pl' if pre=='ن' else 'sg')
    r=R[:-1] if R[-1] in 'يىو' else R
    for suf in ('ون','وا'): a('ي'+r+suf,'present','3','m','pl')
    a('ي'+R+'ان','present','3','m','du'); a('ت'+R+'ان','present','3','f','du'); a('ي'+R+'ن','present','3','f','pl')
    if R[-1] in 'يىو': a('ي'+r,'present','3','m','sg'); a('ت'+r,'present','3','f','sg')
    if len(R)==3 and R[1] in 'يو': a('ي'+R[0]+R[2],'present','3','m','sg'); a('ت'+R[0]+R[2],'present','3','f','sg')
    if len(P)==3:
        ap=(P[0]+'ائ'+P[2]) if P[1]=='ا' else P[0]+'ا'+P[1]+(P[2] if not weak else 'ي')
    else:
        ap='م'+(R if R[-1]!='ى' else R[:-1]+'ي')
    if len(R)>=4 and R.endswith('اول')==0 and P.startswith(('ت',)) : ap='م'+P.rstrip('ى')+('ي' if weak else '')
    for suf,g,n in (('','m','sg'),('ا','m','sg'),('ة','f','sg'),('ين','m','pl'),('ون','m','pl'),('ات','f','pl'),('تين','f','du')):
        a(ap+suf,'participle','',g,n)
    for m in masdars: a(m,'verbal_noun','','','')
    return tuple(out)
